import { afterEach, describe, expect, test } from '@jest/globals';
import { Emulator } from 'cogwork/emulator';
import { askShard, lookUp, makeBot, nextMessageOf, sayWithoutGateway } from './api-client.js';
import { startOneFileBot } from './api-one-file.js';
import { testTheFirstBot } from './api-testing.js';

afterEach(() => {
  delete process.env['COGWORK_API_URL'];
});

describe('blocks of the public surface', () => {
  test('the bot in one file answers, unchanged, where COGWORK_API_URL points', async () => {
    await using discord = new Emulator();
    process.env['COGWORK_API_URL'] = (await discord.listen()).apiUrl;
    const account = discord.createBot();
    const alice = discord.createUser('alice');
    const general = discord.createGuild({ members: [alice, account] }).channel('general');
    await using bot = await startOneFileBot(account.token);
    expect((await alice.slash(general, 'add', { a: 2 })).content).toBe('2 + 1 = 3');
    expect((await alice.say(general, 'ping')).reply?.content).toBe('pong');
    expect(bot.isReady).toBe(true);
  });

  test('a client looks up, waits, asks a shard, and talks without a gateway', async () => {
    await using discord = new Emulator();
    process.env['COGWORK_API_URL'] = (await discord.listen()).apiUrl;
    const account = discord.createBot();
    const alice = discord.createUser('alice');
    const guild = discord.createGuild({ name: 'Home', members: [alice, account] });
    const general = guild.channel('general');
    await using bot = makeBot();
    await bot.start(account.token);
    const [cached, fetched] = await lookUp(bot, guild.id);
    expect([cached?.name, fetched.name]).toEqual(['Home', 'Home']);
    const heard = nextMessageOf(bot, alice.id);
    discord.world.clock.setTimeout(() => void alice.say(general, 'me'), 0);
    expect((await heard).content).toBe('me');
    expect(await askShard(bot, guild.id)).toBeDefined();
    expect(await sayWithoutGateway(account.token, general.id)).toMatch(/^\d{17,20}$/);
  });

  test('the example of a test passes', testTheFirstBot);
});
