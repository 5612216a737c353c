import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { ShardManager } from '../../src/gateway/shard-manager.js';
import type { ShardManagerOptions } from '../../src/gateway/shard-manager-options.js';
import { Secret } from '../../src/utils/secret.js';
import { RecordingLogger, RecordingSink } from './support/gateway-bench.js';

const INTENTS = 1 | 2 | 512 | 32_768;
let discord: Emulator;
let bot: EmulatedBot;
let sink: RecordingSink;
let gateway: ShardManager;

function createManager(options: Partial<ShardManagerOptions> = {}): ShardManager {
  sink = new RecordingSink();
  return new ShardManager({
    token: new Secret(bot.token),
    intents: INTENTS,
    sink,
    sockets: discord.sockets,
    clock: discord.clock,
    logger: new RecordingLogger(),
    random: () => 0.5,
    fetchGatewayInfo: async () => ({
      url: discord.gatewayUrl,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
    }),
    ...options,
  });
}

const messages = (): unknown[] =>
  sink.events
    .filter(({ name }) => name === 'MESSAGE_CREATE')
    .map(({ data }) => (data as { content: string }).content);

beforeEach(() => {
  discord = new Emulator({ identifyLimits: { concurrency: true, sessionStarts: true } });
  bot = discord.createBot({ name: 'cog' });
});

afterEach(async () => {
  await gateway.close();
  await discord.close();
  expect(discord.crashes).toEqual([]);
});

describe.each([
  ['json', 'none'],
  ['json', 'zlib-stream'],
  ['json', 'payload'],
  ['etf', 'none'],
  ['etf', 'zlib-stream'],
] as const)('with format %s and compression %s', (format, compression) => {
  it('gets ready, hears messages, and gets after a resume what it missed', async () => {
    const alice = discord.createUser('alice');
    const general = discord.createGuild({ members: [alice, bot] }).channel('general');
    gateway = createManager({ format, compression });
    await gateway.connect();
    await alice.say(general, 'one');
    expect(sink.names.slice(0, 3)).toEqual(['READY', 'GUILD_CREATE', 'MESSAGE_CREATE']);
    discord.faults.dropGateway();
    await alice.say(general, 'two');
    await discord.virtualClock.advance('5s');
    await alice.say(general, 'three');
    expect(messages()).toEqual(['one', 'two', 'three']);
    expect(sink.names.filter((name) => name === 'READY' || name === 'RESUMED')).toEqual(['READY', 'RESUMED']);
  });
});

describe('against the emulator', () => {
  it('keeps its connection over hours of heartbeats', async () => {
    gateway = createManager();
    await gateway.connect();
    await discord.virtualClock.advance('6h');
    expect(gateway.get(0)?.isAlive).toBe(true);
    expect(sink.names).toEqual(['READY']);
  });

  it('survives a server that stops acknowledging heartbeats', async () => {
    gateway = createManager();
    await gateway.connect();
    discord.faults.ignoreHeartbeats();
    await discord.virtualClock.advance('3m');
    expect(sink.names).toContain('RESUMED');
  });

  it('never sends more than the emulator allows', async () => {
    const guild = discord.createGuild({ members: [bot] });
    gateway = createManager();
    await gateway.connect();
    const sending = Array.from({ length: 300 }, () => gateway.get(0)?.requestSoundboardSounds([guild.id]));
    await discord.virtualClock.advance('5m');
    await Promise.all(sending);
    expect(sink.names).not.toContain('RESUMED');
    expect(gateway.get(0)?.isAlive).toBe(true);
  });

  it('gets all members of a guild, and is told to wait when it asks again', async () => {
    const members = Array.from({ length: 12 }, (_, index) => discord.createUser(`member${index}`));
    const guild = discord.createGuild({ members: [...members, bot] });
    gateway = createManager();
    await gateway.connect();
    const reply = await gateway.get(0)?.requestGuildMembers(guild.id);
    expect(reply?.members).toHaveLength(14);
    await expect(gateway.get(0)?.requestGuildMembers(guild.id)).rejects.toMatchObject({
      code: 'GATEWAY_RATE_LIMITED',
      retryAfterMs: 30_000,
    });
    const few = await gateway.get(0)?.requestGuildMembers(guild.id, { query: 'member1', limit: 2 });
    expect(few?.members).toHaveLength(2);
  });

  it('starts eight shards within the identify limits', async () => {
    gateway = createManager({ shards: { count: 8 } });
    const connecting = gateway.connect();
    await discord.virtualClock.advance('40s');
    await connecting;
    expect(sink.names).toEqual(Array.from({ length: 8 }, () => 'READY'));
  });

  it('is refused with a wrong token and with privileged intents that were not granted', async () => {
    gateway = createManager({ token: new Secret('wrong') });
    await expect(gateway.connect()).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
    bot = discord.createBot({ name: 'modest', privilegedIntents: 0 });
    gateway = createManager();
    await expect(gateway.connect()).rejects.toMatchObject({
      code: 'DISALLOWED_INTENTS',
      intents: ['GuildMembers', 'MessageContent'],
    });
  });

  it('reshards while people talk, and loses nothing', async () => {
    const alice = discord.createUser('alice');
    const general = discord.createGuild({ members: [alice, bot] }).channel('general');
    gateway = createManager({ shards: { count: 1 } });
    await gateway.connect();
    const resharding = gateway.reshard({ count: 4 });
    const said: string[] = [];
    for (let index = 0; index < 30; index++) {
      said.push(`message ${index}`);
      await alice.say(general, `message ${index}`);
      await discord.virtualClock.advance('1s');
    }
    await resharding;
    expect(gateway.size).toBe(4);
    expect(messages()).toEqual(said);
  });
});
