/**
 * Saves a module of cogs again and again under a running bot, and prints what came of it as JSON; a process of its own,
 * because the test runner keeps every file as it first was.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrefixCommandRegistry } from '../../../src/commands/prefix/prefix-command-registry.js';
import type { PrefixContext } from '../../../src/commands/prefix/prefix-context.js';
import type { Bot } from '../../../src/index.js';
import { Cog, PrefixCommand } from '../../../src/index.js';
import { testBot } from '../../../src/testing/index.js';

const entry = new URL('../../../src/index.ts', import.meta.url).href;

/** Module with a cog that has one of everything; `extra` is a second command. */
function source(answer: string, extra = ''): string {
  return `
    import { Button, Cog, Listen, PrefixCommand, SlashCommand, Task } from ${JSON.stringify(entry)};
    export class Greeter {
      greet() { return ${JSON.stringify(answer)}; }
      typed() { return ${JSON.stringify(answer)}; }
      heard() {}
      sweep() {}
      press() { return ${JSON.stringify(answer)}; }
      extra() { return 'extra'; }
    }
    const method = (decorate, name) =>
      decorate(Greeter.prototype, name, Object.getOwnPropertyDescriptor(Greeter.prototype, name));
    method(SlashCommand('Greets'), 'greet');
    method(PrefixCommand('Greets'), 'typed');
    method(Listen('guildBanAdd'), 'heard');
    method(Task({ every: '1h' }), 'sweep');
    method(Button('greeter/:n'), 'press');
    ${extra && "method(SlashCommand('More'), 'extra');"}
    Cog()(Greeter);`;
}

class Base {
  base(ctx: PrefixContext): string {
    return ctx.prefix;
  }
}
PrefixCommand('Stays')(Base.prototype, 'base', Object.getOwnPropertyDescriptor(Base.prototype, 'base')!);
Cog()(Base);

function registered(bot: Bot): unknown {
  return {
    cogs: bot.cogs.map(({ name }) => name),
    commands: [...bot.commands].map(({ qualifiedName }) => qualifiedName),
    typed: bot.container.resolve<PrefixCommandRegistry>(PrefixCommandRegistry).all.map(({ name }) => name),
    tasks: [...bot.tasks.keys()],
    heard: String(bot.intents.explain().flatMap(({ reasons }) => reasons)),
  };
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cogwork-reload-'));
  const path = join(folder, 'greeter.mjs');
  const { alice, bot, clock, close, discord, general, logs } = await testBot({
    cogs: [Base],
    prefix: '!',
    intents: 33_287,
  });
  const lines = (): string[] =>
    logs.entries.map(({ message }) => message).filter((line) => line.includes('loaded again'));
  const writes = (): number =>
    discord.transcript.requests.filter((line) => /(PUT|POST|DELETE|PATCH) .*commands/.test(line)).length;

  /** Saves the file, and lets time pass until the bot has said what came of it. */
  const save = async (content: string): Promise<object> => {
    const [said, written] = [lines().length, writes()];
    writeFileSync(path, content);
    for (let round = 0; round < 400 && lines().length === said; round++) {
      await sleep(10);
      await clock.advance(150);
    }
    await clock.advance(1000);
    const answer = (await alice.slash(general, 'greet')).content;
    const typed = (await alice.say(general, '!typed')).reply?.content;
    return {
      said: lines().slice(said),
      writes: writes() - written,
      answer,
      typed,
      commands: [...bot.commands].length,
    };
  };

  const before = registered(bot);
  writeFileSync(path, source('one'));
  await bot.extensions.load(path);
  await bot.commands.sync();
  bot.watchExtensions();
  const loaded = registered(bot);
  const steps = {
    changedAnswer: await save(source('two')),
    changedCommands: await save(source('three', 'extra')),
    mistake: await save('export class {'),
    mended: await save(source('four', 'extra')),
  };
  const timersBefore = clock.pendingTimers;
  await bot.extensions.unload(path);
  const [after, timersAfter] = [registered(bot), clock.pendingTimers];
  await close();
  rmSync(folder, { recursive: true });
  console.log(JSON.stringify({ before, loaded, steps, after, timers: [timersBefore, timersAfter] }));
}

void main();
