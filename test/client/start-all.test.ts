import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { BotOptions } from 'cogwork';
import { Bot, InvalidTokenError, MemberCacheFlags, SharedCache, startAll } from 'cogwork';
import { Emulator } from 'cogwork/emulator';
import { RecordingLogger } from 'cogwork/testing';

const names = ['one', 'two', 'three'] as const;

/** Three bots on one cache: `shared` has all of them, `pair` the first two, `alone` the last. */
function threeBots(options: BotOptions = {}) {
  const discord = new Emulator();
  const cache = new SharedCache({ members: MemberCacheFlags.all() });
  const alice = discord.createUser('alice');
  const accounts = names.map((name) => discord.createBot({ name, maxConcurrency: 16 }));
  const [first, second, third] = accounts as [
    (typeof accounts)[0],
    (typeof accounts)[0],
    (typeof accounts)[0],
  ];
  const shared = discord.createGuild({
    name: 'shared',
    members: [alice, ...accounts],
    channels: ['general'],
  });
  const pair = discord.createGuild({ name: 'pair', members: [alice, first, second], channels: ['general'] });
  const alone = discord.createGuild({ name: 'alone', members: [alice, third], channels: ['general'] });
  const bots = accounts.map(
    ({ token }) =>
      new Bot({
        cache,
        clock: discord.clock,
        logger: new RecordingLogger(),
        rest: { baseUrl: discord.apiUrl, dispatcher: () => discord.dispatcher() },
        sockets: discord.sockets,
        token,
        ...options,
      }),
  );
  const heard = bots.map((bot) => {
    const contents: string[] = [];
    bot.listen('messageCreate', ({ content }) => contents.push(content));
    return contents;
  });
  const close = async (): Promise<void> => {
    await Promise.all(bots.map((bot) => bot.close()));
    await discord.close();
  };
  return { accounts, alice, alone, bots, cache, discord, heard, pair, shared, [Symbol.asyncDispose]: close };
}

describe('several bots on one cache', () => {
  test('start together, each seeing its own guilds, with one record for each entity', async () => {
    await using world = threeBots();
    const { alice, bots, cache } = world;
    await startAll(bots);
    expect(bots.map((bot) => bot.isReady)).toEqual([true, true, true]);
    const guilds = bots.map((bot) => [...bot.guilds].map(({ name }) => name).sort());
    expect(guilds).toEqual([
      ['pair', 'shared'],
      ['pair', 'shared'],
      ['alone', 'shared'],
    ]);
    expect(cache.guilds.size).toBe(3);
    expect(bots.map((bot) => bot.user.username)).toEqual([...names]);
    expect(bots[0]!.users.get(alice.id)?.username).toBe('alice');
  });

  test('hear a message once each, where they are, and it is kept once', async () => {
    await using world = threeBots();
    const { alice, alone, bots, cache, discord, heard, pair, shared } = world;
    await startAll(bots);
    await alice.say(shared.channel('general'), 'to all');
    await alice.say(pair.channel('general'), 'to two');
    await alice.say(alone.channel('general'), 'to one');
    await discord.settle();
    expect(heard).toEqual([
      ['to all', 'to two'],
      ['to all', 'to two'],
      ['to all', 'to one'],
    ]);
    expect(cache.messages.size).toBe(3);
  });

  test('lose nothing when one of them drops and comes back', async () => {
    await using world = threeBots();
    const { accounts, alice, bots, cache, discord, heard, shared } = world;
    await startAll(bots);
    const general = shared.channel('general');
    await alice.say(general, 'before');
    discord.faults.closeGateway(4000, { botId: accounts[1]!.id });
    await alice.say(general, 'meanwhile');
    await discord.virtualClock.advance(10_000);
    await alice.say(general, 'after');
    await discord.settle();
    const all = ['before', 'meanwhile', 'after'];
    expect(heard).toEqual([all, all, all]);
    expect(cache.messages.size).toBe(3);
  });

  test('keep a guild that one of them leaves, and one that a closed bot was in', async () => {
    await using world = threeBots();
    const { alice, bots, cache, discord, heard, pair, shared } = world;
    await startAll(bots);
    await bots[0]!.rest.users.leaveGuild(pair.id);
    await discord.settle();
    expect(bots.map((bot) => bot.guilds.get(pair.id)?.name)).toEqual([undefined, 'pair', undefined]);
    await bots[2]!.close();
    await alice.say(shared.channel('general'), 'still here');
    await discord.settle();
    expect(heard).toEqual([['still here'], ['still here'], []]);
    expect(cache.guilds.get('', shared.id)?.name).toBe('shared');
  });
});

describe('startAll', () => {
  test('closes the others when one cannot start', async () => {
    await using world = threeBots();
    const { bots } = world;
    const broken = new Bot({ token: 'no token', logger: new RecordingLogger() });
    await expect(startAll([...bots, broken])).rejects.toBeInstanceOf(InvalidTokenError);
    expect([...bots, broken].map((bot) => bot.isClosed)).toEqual([true, true, true, true]);
  });

  test('never shows the token of a bot', async () => {
    await using world = threeBots();
    const { accounts, bots } = world;
    expect(inspect(bots[0], { depth: 10, showHidden: true })).not.toContain(accounts[0]!.token);
  });
});
