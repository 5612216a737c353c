import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildPackage, CliProject, shopBot } from './cli-project.js';

/** Bot whose one intent tells which file it came from. */
const botOf = (intent: string, ending: string): string =>
  `import { Bot, Intents } from 'cogwork';
  const bot = new Bot({ intents: new Intents(['Guilds', '${intent}']) });
  ${ending}`;

describe('The bot that a command works on', () => {
  let project: CliProject;

  beforeAll(buildPackage, 60_000);

  beforeEach(() => {
    project = new CliProject();
  });

  afterEach(() => project[Symbol.dispose]());

  async function intentsOf(...args: string[]): Promise<string> {
    const { code, stderr, stdout } = await project.run(['intents', '--json', ...args]);
    if (code !== 0) throw new Error(stderr);
    const { intents } = JSON.parse(stdout) as { intents: readonly { readonly name: string }[] };
    return intents.map(({ name }) => name).join();
  }

  it('is taken as it starts, and does not connect', async () => {
    project.write({ 'src/main.ts': `${shopBot}; throw new Error('Whoever is held does not come here.');` });
    const { code, stderr, stdout } = await project.run(['intents']);
    expect(code).toBe(0);
    // Standard output is for the result, so that it can be piped on.
    expect(stderr).toBe('This program prints something.\n');
    expect(stdout).toMatch(/^ {2}MessageContent \* +Shop\.hello listens to 'messageCreate'$/m);
    expect(stdout).toContain('* privileged');
    expect(stdout).not.toContain('startAll');
  });

  it.each([
    ['calls run()', 'void bot.run();'],
    ['awaits start()', 'await bot.start(); throw new Error();'],
    ['awaits login()', 'await bot.login(); throw new Error();'],
    ['starts after something else', "setTimeout(() => void bot.start('x'), 200);"],
    ['exports the bot', 'export { bot };'],
    ['exports the bot as the default', 'export default bot;'],
    ['keeps the process alive', 'setInterval(() => {}, 1000); void bot.run();'],
  ])('is found when the program %s', async (_what, ending) => {
    project.write({ 'bot.ts': botOf('GuildVoiceStates', ending) });
    expect(await intentsOf()).toBe('Guilds,GuildVoiceStates');
  });

  it('is found among those of startAll()', async () => {
    project.write({
      'bot.ts': `import { Bot, startAll } from 'cogwork';
      await startAll([new Bot({ token: 'a' }), new Bot({ token: 'b' })]);`,
    });
    const { stdout } = await project.run(['intents', '--json']);
    expect(JSON.parse(stdout)).toHaveLength(2);
  });

  it('is found in a CommonJS project', async () => {
    project.write({ 'package.json': '{}', 'src/bot.ts': botOf('GuildVoiceStates', 'export { bot };') });
    expect(await intentsOf()).toBe('Guilds,GuildVoiceStates');
  });

  it('sees itself as the main program', async () => {
    const isMain = 'process.argv[1] === new URL(import.meta.url).pathname';
    project.write({ 'bot.ts': botOf('GuildVoiceStates', `if (${isMain}) await bot.run();`) });
    expect(await intentsOf()).toBe('Guilds,GuildVoiceStates');
  });

  it('is that of the named file, of package.json, or of a usual name, sources before what is compiled', async () => {
    const file = (intent: string): string => botOf(intent, 'await bot.run();');
    project.write({ 'main.ts': file('GuildInvites'), 'other/start.ts': file('GuildModeration') });
    expect(await intentsOf()).toBe('Guilds,GuildInvites');
    project.write({ 'src/bot.ts': file('GuildWebhooks') });
    expect(await intentsOf()).toBe('Guilds,GuildWebhooks');
    expect(await intentsOf('other/start.ts')).toBe('Guilds,GuildModeration');
    project.write({ 'package.json': '{ "type": "module", "main": "other/start.ts" }' });
    expect(await intentsOf()).toBe('Guilds,GuildModeration');
    project.write({ 'dist/main.js': file('GuildIntegrations') });
    project.write({ 'package.json': '{ "type": "module", "main": "dist/main.js" }' });
    expect(await intentsOf()).toBe('Guilds,GuildWebhooks');
    rmSync(join(project.folder, 'src'), { recursive: true });
    rmSync(join(project.folder, 'main.ts'));
    expect(await intentsOf()).toBe('Guilds,GuildIntegrations');
  });

  it.each([
    ['there is no file', {}, [], /There is no bot here/],
    ['the named file is missing', {}, ['bots/shop.ts'], /There is no file bots\/shop\.ts/],
    ['no bot is made', { 'main.ts': 'export const answer = 42;' }, [], /starts no bot, and exports none/],
    ['the program waits for ever', { 'main.ts': 'await new Promise(() => {});' }, [], /starts no bot/],
    ['package.json is broken', { 'package.json': '{' }, [], /package\.json is not valid JSON/],
    ['a cog is wrong', { 'main.ts': 'import { Bot } from "cogwork"; new Bot({ cgos: [] });' }, [], /cogs/],
  ])('is asked for when %s', async (_why, files, args, message) => {
    project.write(files);
    const { code, stderr } = await project.run(['intents', ...args]);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
  });
});
