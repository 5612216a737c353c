import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

const GUILDS = 1;
const MEMBERS = 2;
const MESSAGES = 512;
const CONTENT = 32768;

let discord: Emulator;
let alice: Person;
let account: EmulatedBot;
let guild: EmulatedGuild;
let bot: RawBot;

beforeEach(async () => {
  discord = new Emulator();
  alice = discord.createUser('Alice');
  account = discord.createBot({ name: 'bot' });
  guild = discord.createGuild({ members: [alice, account] });
  bot = await RawBot.create(discord, account);
});

afterEach(async () => {
  await discord.close();
});

describe('gateway', () => {
  it('greets, then tells READY and each guild', async () => {
    await bot.connect();
    expect(bot.frames[0]).toMatchObject({ op: 10, t: null, s: null, d: { heartbeat_interval: 41_250 } });
    await bot.identify(GUILDS);
    expect(bot.names).toEqual(['READY', 'GUILD_CREATE']);
    expect(bot.heard('READY')[0]).toMatchObject({
      v: 10,
      user: { id: account.id, bot: true },
      guilds: [{ id: guild.id, unavailable: true }],
    });
    const created = bot.heard('GUILD_CREATE')[0] as {
      members: { user: { id: string } }[];
      member_count: number;
    };
    expect(created.member_count).toBe(3);
    expect(created.members.map(({ user }) => user.id)).toEqual([account.id]);
  });

  it('sends frames as text with t, s, op, d in that order', async () => {
    const texts: string[] = [];
    const socket = discord.sockets.open(`${discord.gatewayUrl}/?v=10&encoding=json`, {
      onOpen: () => {},
      onMessage: (data, isBinary) => {
        expect(Buffer.isBuffer(data)).toBe(true);
        expect(isBinary).toBe(false);
        texts.push(data.toString());
      },
      onClose: () => {},
      onError: () => {},
    });
    await discord.settle();
    socket.send(JSON.stringify({ op: 2, d: { token: account.token, intents: GUILDS, properties: {} } }));
    await discord.settle();
    expect(texts[1]).toMatch(/^\{"t":"READY","s":1,"op":0,"d":\{/);
  });

  it.each([
    ['a wrong token', { token: 'x.y.z' }, {}, 4004],
    ['intents that do not exist', { intents: 1 << 17 }, {}, 4013],
    ['intents that were not granted', { intents: CONTENT }, { privilegedIntents: 0 }, 4014],
    ['a shard that cannot be', { shard: [2, 2] }, {}, 4010],
    ['no properties', { properties: undefined }, {}, 4002],
  ])('closes on %s', async (_what, extra, options, code) => {
    const strict = await RawBot.create(discord, discord.createBot(options));
    await strict.connect();
    await strict.identify(GUILDS, extra);
    expect(strict.closes).toEqual([code]);
  });

  it.each([
    ['malformed JSON', '{', 4002],
    ['a payload over 4096 bytes', JSON.stringify({ op: 1, d: null, x: 'x'.repeat(4096) }), 4002],
    ['an unknown opcode', '{"op":99,"d":null}', 4001],
    ['a command before identify', '{"op":3,"d":{}}', 4003],
  ])('closes on %s', async (_what, text, code) => {
    await bot.connect();
    bot.sendRaw(text);
    await discord.settle();
    expect(bot.closes).toEqual([code]);
  });

  it('closes a second identify, an unknown version, and a flood', async () => {
    await bot.start(GUILDS);
    await bot.identify(GUILDS);
    expect(bot.closes).toEqual([4005]);
    await bot.connect('v=5&encoding=json');
    expect(bot.closes).toEqual([4005, 4012]);
    await bot.connect();
    for (let i = 0; i < 121; i++) bot.sendRaw('{"op":1,"d":null}');
    await discord.settle();
    expect(bot.closes).toEqual([4005, 4012, 4008]);
  });

  it('acknowledges heartbeats and gives up on silent clients', async () => {
    await bot.start(GUILDS);
    await bot.send(1, bot.lastSeq);
    expect(bot.frames.at(-1)).toMatchObject({ op: 11 });
    await discord.virtualClock.advance(2 * 41_250);
    expect(bot.closes).toEqual([4009]);
  });

  it('tells only what the intents ask for, and withholds content', async () => {
    await bot.start(GUILDS | MESSAGES);
    await alice.say(guild.channel('general'), 'hello');
    await alice.say(guild.channel('general'), `${account.mention} hello`);
    discord.createUser('Bob');
    guild.add(discord.createUser('Carol'));
    await discord.settle();
    expect(bot.heard('MESSAGE_CREATE').map(({ content }) => content)).toEqual([
      '',
      `${account.mention} hello`,
    ]);
    expect(bot.names).not.toContain('GUILD_MEMBER_ADD');
  });

  it('tells nothing of channels that the bot cannot see', async () => {
    await bot.start(GUILDS | MESSAGES | CONTENT);
    const secret = guild.createChannel('secret');
    secret.setPermissions({ id: guild.id }, { deny: 1024n });
    secret.setPermissions(alice, { allow: 1024n });
    const role = guild.roles.find(({ tags }) => tags?.bot_id === account.id)!;
    secret.setPermissions(role, { deny: 1024n });
    await alice.say(secret, 'hidden');
    expect(bot.heard('MESSAGE_CREATE')).toEqual([]);
  });

  it('replays what was missed after a resume', async () => {
    await bot.start(GUILDS | MESSAGES | CONTENT);
    const session = bot.heard('READY')[0]!['session_id'];
    const seq = bot.lastSeq;
    bot.terminate();
    await discord.settle();
    await alice.say(guild.channel('general'), 'while you were away');
    await bot.connect();
    await bot.send(6, { token: account.token, session_id: session, seq });
    expect(bot.closes).toEqual([1006]);
    expect(bot.names.slice(-2)).toEqual(['MESSAGE_CREATE', 'RESUMED']);
    expect(bot.heard('MESSAGE_CREATE')[0]).toMatchObject({ content: 'while you were away' });
    expect(bot.frames.at(-1)!.s).toBe(seq + 2);
  });

  it('refuses to resume sessions that ended, expired or never were', async () => {
    await bot.start(GUILDS);
    const session_id = bot.heard('READY')[0]!['session_id'];
    const resume = { token: account.token, session_id, seq: 1 };
    bot.close(1000);
    await bot.connect();
    await bot.send(6, resume);
    expect(bot.frames.at(-1)).toMatchObject({ op: 9, d: false });
    await bot.identify(GUILDS);
    const second = bot.heard('READY')[1]!['session_id'];
    bot.terminate();
    await discord.virtualClock.advance('4m');
    await bot.connect();
    await bot.send(6, { ...resume, session_id: second });
    expect(bot.frames.at(-1)).toMatchObject({ op: 9, d: false });
    await bot.identify(GUILDS);
    bot.terminate();
    await bot.connect();
    await bot.send(6, { ...resume, session_id: bot.heard('READY')[2]!['session_id'], seq: 999 });
    expect(bot.closes.at(-1)).toBe(4007);
  });

  it('spreads guilds over shards and keeps direct messages on shard 0', async () => {
    for (let i = 0; i < 5; i++) discord.createGuild({ members: [account] });
    const shards = await Promise.all([0, 1].map(async () => RawBot.create(discord, account)));
    for (const [id, shard] of shards.entries()) {
      await shard.connect();
      await shard.identify(GUILDS | 4096, { shard: [id, 2] });
    }
    expect(shards.map((shard) => shard.heard('GUILD_CREATE').length)).toEqual([3, 3]);
    await alice.say(alice.directMessages(account), 'psst');
    expect(shards.map((shard) => shard.heard('MESSAGE_CREATE').length)).toEqual([1, 0]);
  });

  it('holds identify concurrency when told to', async () => {
    const strict = new Emulator({ identifyLimits: { concurrency: true } });
    const strictBot = strict.createBot();
    const first = await RawBot.create(strict, strictBot);
    const second = await RawBot.create(strict, strictBot);
    await first.start(GUILDS);
    await second.start(GUILDS);
    expect(second.frames.at(-1)).toMatchObject({ op: 9, d: false });
    await strict.virtualClock.advance('5s');
    await second.identify(GUILDS);
    expect(second.names).toEqual(['READY']);
    await strict.close();
  });

  it('answers member requests in chunks and limits full lists', async () => {
    const names = ['Anna', 'Anton', 'Berta'];
    for (const name of names) guild.add(discord.createUser(name));
    await bot.start(GUILDS | MEMBERS);
    await bot.send(8, { guild_id: guild.id, query: 'an', limit: 10, nonce: 'n' });
    const chunk = bot.heard('GUILD_MEMBERS_CHUNK')[0] as {
      members: { user: { global_name: string } }[];
      nonce: string;
    };
    expect(chunk.members.map(({ user }) => user.global_name)).toEqual(['Anna', 'Anton']);
    expect(chunk).toMatchObject({ nonce: 'n', chunk_index: 0, chunk_count: 1 });
    await bot.send(8, { guild_id: guild.id, user_ids: [alice.id, '1'] });
    expect(bot.heard('GUILD_MEMBERS_CHUNK')[1]).toMatchObject({ not_found: ['1'] });
    await bot.send(8, { guild_id: guild.id, query: '', limit: 0 });
    await bot.send(8, { guild_id: guild.id, query: '', limit: 0 });
    expect(bot.heard('GUILD_MEMBERS_CHUNK')).toHaveLength(3);
    expect(bot.heard('RATE_LIMITED')).toMatchObject([
      { opcode: 8, retry_after: 30, meta: { guild_id: guild.id } },
    ]);
  });

  it('tells a bot of guilds that it joins, leaves, or that go down', async () => {
    await bot.start(GUILDS);
    const other = discord.createGuild({ name: 'other' });
    other.add(account);
    other.setUnavailable(true);
    other.setUnavailable(false);
    other.remove(account);
    await discord.settle();
    expect(bot.heard('GUILD_CREATE').map(({ name }) => name)).toEqual(['guild', 'other', 'other']);
    expect(bot.heard('GUILD_DELETE')).toEqual([{ id: other.id, unavailable: true }, { id: other.id }]);
  });
});
