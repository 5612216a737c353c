import { expect, test } from '@jest/globals';
import type { SocketFactory } from 'cogwork';
import { Emulator } from 'cogwork/emulator';
import { testBot } from 'cogwork/testing';

test('a dropped connection is told of, and the session goes on', async () => {
  const { bot, clock, discord, guild, alice } = await testBot();
  const told: string[] = [];
  bot.listen('disconnect', () => told.push('disconnect'));
  bot.listen('shardDisconnect', (shardId, { code, next }) => told.push(`shard ${shardId} ${code} ${next}`));
  bot.listen('connect', () => told.push('connect'));
  bot.listen('shardConnect', (shardId) => told.push(`shard ${shardId} connect`));
  bot.listen('shardResumed', (shardId) => told.push(`shard ${shardId} resumed`));
  bot.listen('resumed', (shardId) => told.push(`resumed ${shardId}`));
  discord.faults.closeGateway(4000);
  await clock.advance('1m');
  expect(told).toEqual([
    'disconnect',
    'shard 0 4000 resume',
    'connect',
    'shard 0 connect',
    'resumed 0',
    'shard 0 resumed',
  ]);
  expect((await alice.say(guild.channel('general'), 'still there?')).content).toBe('still there?');
});

test('payloads are shown when asked for, without the token', async () => {
  const { bot, clock, discord } = await testBot({ gateway: { debugEvents: true } });
  const sent: string[] = [];
  const received: number[] = [];
  bot.listen('socketSend', (_shardId, payload) => sent.push(JSON.stringify(payload)));
  bot.listen('socketReceive', (_shardId, bytes) => received.push(bytes.length));
  discord.faults.closeGateway(4009);
  await clock.advance('1m');
  expect(sent.some((payload) => payload.includes('"op":2'))).toBe(true);
  expect(sent.join()).not.toContain(discord.world.bots.get(bot.user.id)!.token);
  expect(received.length).toBeGreaterThan(0);
});

test('payloads are not shown unless asked for', async () => {
  const { bot, clock } = await testBot();
  let shown = 0;
  bot.listen('socketReceive', () => (shown += 1));
  await clock.advance('2m');
  expect(shown).toBe(0);
});

test('a shard can be asked for its facts', async () => {
  const { bot, clock } = await testBot();
  await clock.advance('1m');
  const shard = bot.shards.get(0)!;
  expect(shard).toMatchObject({ id: 0, shardCount: 1, isAlive: true, intents: bot.intents.value });
  expect(shard.latencyMs).toBeGreaterThanOrEqual(0);
  expect(shard.isWsRateLimited()).toBe(false);
  expect(bot.latencyMs).toBe(shard.latencyMs);
});

test('the version of the API is the same for requests and the gateway', async () => {
  const discord = new Emulator();
  const opened: string[] = [];
  const sockets: SocketFactory = {
    open(url, handlers, options) {
      opened.push(url);
      return discord.sockets.open(url, handlers, options);
    },
  };
  await testBot({ emulator: discord, rest: { version: 9 }, sockets });
  expect(opened[0]).toContain('v=9');
  expect(String(discord.transcript)).toContain('GET /gateway/bot 200');
});
