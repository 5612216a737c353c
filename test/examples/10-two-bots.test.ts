import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { startAll } from 'cogwork';
import { Emulator } from 'cogwork/emulator';
import { RecordingLogger } from 'cogwork/testing';
import 'cogwork/testing/jest';
import { makeBots } from '../../examples/10-two-bots/bots.js';
import { BotProcess } from '../package/bot-process.js';
import { until } from '../package/until.js';

/** Three guilds: both bots are in the first, one each in the others. */
function overlap(discord: Emulator) {
  const alice = discord.createUser('alice');
  const owner = discord.createUser('owner');
  const [greeter, archivist] = [
    discord.createBot({ name: 'greeter' }),
    discord.createBot({ name: 'archivist' }),
  ];
  const guild = (name: string, ...bots: (typeof greeter)[]) =>
    discord.createGuild({ name, owner, members: [alice, ...bots] }).channel('general');
  return {
    accounts: [greeter, archivist],
    alice,
    archivist,
    both: guild('both', greeter, archivist),
    first: guild('first', greeter),
    greeter,
    owner,
    second: guild('second', archivist),
  };
}

describe('two bots on one cache', () => {
  test('see their own guilds, and keep each thing once', async () => {
    await using discord = new Emulator();
    const { accounts, alice, both, first, owner, second } = overlap(discord);
    const bots = makeBots(
      accounts.map(({ token }) => token),
      {
        clock: discord.clock,
        logger: new RecordingLogger(),
        rest: { baseUrl: discord.apiUrl, dispatcher: () => discord.dispatcher() },
        sockets: discord.sockets,
      },
    );
    await startAll(bots);

    const said = await alice.say(both, 'Hello everybody');
    expect(said.replies.map(({ content }) => content)).toEqual(['Hello, alice!']);
    await alice.edit(said, 'Hello *all*');
    expect((await owner.slash(both, 'edits')).content).toBe('~~Hello everybody~~ Hello \\*all\\*');

    expect(await alice.say(first, 'hi')).toHaveReplied('Hello, alice!');
    expect((await alice.say(second, 'hi')).reply).toBeUndefined();
    const memory = await alice.slash(second, 'memory');
    // Two greetings with their answers, the answer to /edits, and what was said in the third guild.
    expect(memory.content).toMatch(/^3 guilds, \d+ users, 6 messages\. I am in both, second\.$/);
    await Promise.all(bots.map((bot) => bot.close()));
  });
});

describe('the program of both', () => {
  const start = (apiUrl: string, token: string, archivistToken: string): BotProcess =>
    new BotProcess({
      command: process.execPath,
      args: ['--import', 'tsx', 'examples/10-two-bots/main.ts'],
      cwd: resolve('.'),
      apiUrl,
      token,
      env: { ARCHIVIST_TOKEN: archivistToken },
    });

  test('runs until it is told to stop', async () => {
    await using discord = new Emulator();
    const { alice, archivist, both, greeter } = overlap(discord);
    const { apiUrl } = await discord.listen();
    const bots = start(apiUrl, greeter.token, archivist.token);
    await until(
      'both bots are ready',
      () => bots.output.split('Logged in').length === 3 && archivist.commands.length > 0,
      () => (bots.hasExited ? bots.output : undefined),
    );
    expect(await alice.say(both, 'hello')).toHaveReplied('Hello, alice!');
    expect(await alice.slash(both, 'memory')).toShowText('I am in both, second.');
    expect(await bots.stop()).toBe(0);
  }, 60_000);

  test('ends as a whole, with a readable reason, when one of them cannot start', async () => {
    await using discord = new Emulator();
    const { archivist, greeter } = overlap(discord);
    const { apiUrl } = await discord.listen();
    const [id] = archivist.token.split('.');
    const bots = start(apiUrl, greeter.token, `${id}.wrong.token`);
    expect(await bots.exited).toBe(1);
    expect(bots.output).toContain('InvalidTokenError [INVALID_TOKEN]');
    expect(bots.output).not.toContain(greeter.token);
  }, 60_000);
});
