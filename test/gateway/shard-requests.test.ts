import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Shard } from '../../src/gateway/shard.js';
import { GatewayBench } from './support/gateway-bench.js';

const GUILD = '41771983423143937';
let bench: GatewayBench;
let shard: Shard;

async function start(intents = 2 | 256 | 512): Promise<void> {
  bench = new GatewayBench({ intents });
  await bench.connect();
  shard = bench.manager.get(0)!;
}

beforeEach(() => start());

afterEach(async () => {
  await bench.manager.close();
  expect(bench.clock.pendingTimers).toBe(0);
});

describe('presence', () => {
  it('keeps what is left out and clears what is null', async () => {
    await shard.updatePresence({
      status: 'idle',
      idleSince: new Date(5_000),
      activity: { name: 'chess', type: 5 },
    });
    await shard.updatePresence({ afk: true });
    await shard.updatePresence({ activity: null, idleSince: null });
    expect(bench.gateway.last.sent(3).map((payload) => payload.d)).toEqual([
      { since: 5_000, activities: [{ name: 'chess', type: 5 }], status: 'idle', afk: false },
      { since: 5_000, activities: [{ name: 'chess', type: 5 }], status: 'idle', afk: true },
      { since: null, activities: [], status: 'idle', afk: true },
    ]);
  });

  it('takes the name of a custom status as its text', async () => {
    await shard.updatePresence({ activity: { name: 'Reading', type: 4 } });
    expect(bench.gateway.last.sent(3)[0]?.d).toMatchObject({
      activities: [{ name: 'Reading', type: 4, state: 'Reading' }],
    });
  });

  it('is remembered while disconnected and told after a resume', async () => {
    bench.gateway.last.say({ op: 7 });
    await bench.clock.advance(0);
    await shard.updatePresence({ status: 'dnd' });
    bench.gateway.last.hello();
    bench.gateway.last.dispatch('RESUMED', 2);
    await bench.clock.settle();
    expect(bench.gateway.last.sent(3).map((payload) => payload.d)).toEqual([
      expect.objectContaining({ status: 'dnd' }),
    ]);
  });

  it('goes along with Identify when it was set before connecting', async () => {
    bench.gateway.last.say({ op: 9, d: false });
    await bench.clock.advance(5_000);
    await shard.updatePresence({ status: 'invisible' });
    bench.gateway.last.hello();
    await bench.clock.settle();
    bench.gateway.last.ready('session-2');
    await bench.clock.settle();
    expect(bench.gateway.last.sent(2)[0]?.d).toMatchObject({ presence: { status: 'invisible' } });
    expect(bench.gateway.last.sent(3)).toEqual([]);
  });
});

describe('presences beyond five in 20 seconds', () => {
  const states = (): unknown[] =>
    bench.gateway.last.sent(3).map(({ d }) => (d as { activities: { name: string }[] }).activities[0]?.name);
  const show = (name: string): Promise<void> => shard.updatePresence({ activity: { name } });

  it('wait until the oldest is 20 seconds old, and only the newest of them is sent', async () => {
    for (const name of ['1', '2', '3', '4', '5']) await show(name);
    await bench.clock.advance(5_000);
    let done = 0;
    const waiting = ['6', '7', '8'].map((name) => show(name).then(() => (done += 1)));
    await bench.clock.advance(14_999);
    expect([states(), done]).toEqual([['1', '2', '3', '4', '5'], 0]);
    await bench.clock.advance(1);
    expect([states(), done]).toEqual([['1', '2', '3', '4', '5', '8'], 3]);
    await Promise.all(waiting);
  });

  it('are never sent faster, however they come', async () => {
    const sentAt: number[] = [];
    for (let n = 0; n < 200; n++) {
      const count = states().length;
      show(String(n)).catch(() => {});
      await bench.clock.advance(370);
      for (let sent = count; sent < states().length; sent++) sentAt.push(n * 370);
    }
    for (const [index, at] of sentAt.entries()) {
      const sixth = sentAt[index + 5];
      if (sixth !== undefined) expect(sixth - at).toBeGreaterThanOrEqual(20_000 - 370);
    }
    expect(sentAt.length).toBeGreaterThanOrEqual(15);
    await bench.clock.advance(20_000);
    expect(states().at(-1)).toBe('199');
  });

  it('are told once after a resume, when the connection was lost while they waited', async () => {
    for (const name of ['1', '2', '3', '4', '5']) await show(name);
    const waiting = show('6');
    bench.gateway.last.say({ op: 7 });
    await bench.clock.advance(0);
    await show('7');
    bench.gateway.last.hello();
    bench.gateway.last.dispatch('RESUMED', 2);
    await bench.clock.advance(20_000);
    await waiting;
    expect(states()).toEqual(['7']);
  });

  it('are given up when the shard is closed', async () => {
    for (const name of ['1', '2', '3', '4', '5']) await show(name);
    const refused = expect(show('6')).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
    await shard.close();
    await refused;
  });
});

describe('voice state', () => {
  it('takes models or ids, keeps mute and deaf, and leaves with null', async () => {
    await shard.updateVoiceState({ id: GUILD }, '127121515262115840', { selfDeaf: true });
    await shard.updateVoiceState(GUILD, { id: '127121515262115841' }, { selfMute: true });
    await shard.updateVoiceState(GUILD, null);
    expect(bench.gateway.last.sent(4).map((payload) => payload.d)).toEqual([
      { guild_id: GUILD, channel_id: '127121515262115840', self_mute: false, self_deaf: true },
      { guild_id: GUILD, channel_id: '127121515262115841', self_mute: true, self_deaf: true },
      { guild_id: GUILD, channel_id: null, self_mute: true, self_deaf: true },
    ]);
  });

  it('waits for the next connection when there is none', async () => {
    bench.gateway.last.say({ op: 7 });
    await bench.clock.advance(0);
    const updating = shard.updateVoiceState(GUILD, null);
    bench.gateway.last.hello();
    await bench.clock.settle();
    expect(bench.gateway.last.sent(4)).toEqual([]);
    bench.gateway.last.dispatch('RESUMED', 2);
    await updating;
    expect(bench.gateway.last.sent(4)).toHaveLength(1);
  });
});

describe('member requests', () => {
  it('collects all chunks of its own nonce, in any order', async () => {
    const asking = shard.requestGuildMembers(GUILD, { query: 'al', limit: 10, nonce: 'mine' });
    await bench.clock.settle();
    expect(bench.gateway.last.sent(8)[0]?.d).toEqual({
      guild_id: GUILD,
      nonce: 'mine',
      query: 'al',
      limit: 10,
    });
    const chunk = { guild_id: GUILD, chunk_count: 2, nonce: 'mine' };
    bench.sink.wanted = () => false;
    bench.gateway.last.dispatch('GUILD_MEMBERS_CHUNK', 2, {
      ...chunk,
      nonce: 'other',
      chunk_index: 0,
      members: [0],
    });
    bench.gateway.last.dispatch('GUILD_MEMBERS_CHUNK', 3, {
      ...chunk,
      chunk_index: 1,
      members: [2],
      not_found: [7],
    });
    bench.gateway.last.dispatch('GUILD_MEMBERS_CHUNK', 4, { ...chunk, chunk_index: 0, members: [1] });
    await expect(asking).resolves.toEqual({ members: [2, 1], presences: [], notFound: ['7'], nonce: 'mine' });
    expect(bench.sink.names).toEqual(['READY']);
  });

  it('asks for users by id or model', async () => {
    const asking = shard.requestGuildMembers(
      { id: GUILD },
      { users: ['1', { id: '2' }], presences: true, nonce: 'u' },
    );
    asking.catch(() => {});
    await bench.clock.settle();
    expect(bench.gateway.last.sent(8)[0]?.d).toEqual({
      guild_id: GUILD,
      nonce: 'u',
      user_ids: ['1', '2'],
      presences: true,
    });
  });

  it.each([
    ['users', { users: ['1'], query: 'a' }],
    ['users', { users: ['1'], limit: 1 }],
    ['users', { users: Array.from({ length: 101 }, (_, index) => String(index)) }],
    ['limit', { query: 'a', limit: 101 }],
    ['limit', { query: 'a', limit: -1 }],
    ['limit', { query: 'a', limit: 1.5 }],
    ['nonce', { query: 'a', nonce: 'é'.repeat(17) }],
  ])('refuses wrong %s before sending', async (option, options) => {
    await expect(shard.requestGuildMembers(GUILD, options)).rejects.toMatchObject({
      code: 'INVALID_OPTION',
      option,
    });
    expect(bench.gateway.last.sent(8)).toEqual([]);
  });

  it('needs GuildMembers for the full list and GuildPresences for presences', async () => {
    await bench.manager.close();
    await start(512);
    await expect(shard.requestGuildMembers(GUILD)).rejects.toMatchObject({
      code: 'MISSING_INTENT',
      intent: 'GuildMembers',
    });
    await expect(shard.requestGuildMembers(GUILD, { query: 'a', presences: true })).rejects.toMatchObject({
      intent: 'GuildPresences',
    });
  });

  it('fails with the time to wait when Discord answers RATE_LIMITED', async () => {
    const asking = shard.requestGuildMembers(GUILD);
    await bench.clock.settle();
    const [request] = bench.gateway.last.sent(8);
    const { nonce } = request!.d as { nonce: string };
    const meta = { guild_id: GUILD, nonce };
    bench.gateway.last.dispatch('RATE_LIMITED', 2, { opcode: 8, retry_after: '12.5', meta });
    await expect(asking).rejects.toMatchObject({
      code: 'GATEWAY_RATE_LIMITED',
      retryAfterMs: 12_500,
      guildId: GUILD,
      nonce,
    });
  });

  it('gives up after a silence', async () => {
    const asking = shard.requestGuildMembers(GUILD, { timeoutMs: 500 });
    const failed = expect(asking).rejects.toMatchObject({ code: 'GATEWAY_TIMEOUT', timeoutMs: 500 });
    await bench.clock.advance(500);
    await failed;
  });

  it('asks again when the session is lost', async () => {
    const asking = shard.requestGuildMembers(GUILD, { query: 'a', limit: 1, nonce: 'n' });
    await bench.clock.settle();
    bench.gateway.last.say({ op: 9, d: false });
    await bench.clock.advance(5_000);
    bench.gateway.last.hello();
    await bench.clock.settle();
    bench.gateway.last.ready('session-2');
    await bench.clock.settle();
    expect(bench.gateway.last.sent(8)).toHaveLength(1);
    bench.gateway.last.dispatch('GUILD_MEMBERS_CHUNK', 2, {
      nonce: 'n',
      chunk_index: 0,
      chunk_count: 1,
      members: [],
    });
    await expect(asking).resolves.toMatchObject({ members: [] });
  });

  it('fails when the shard is closed meanwhile', async () => {
    const asking = expect(shard.requestGuildMembers(GUILD)).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
    await bench.clock.settle();
    await shard.close();
    await asking;
    await expect(shard.requestGuildMembers(GUILD)).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
  });
});

describe('other requests', () => {
  it('asks for soundboard sounds and channel infos', async () => {
    await shard.requestSoundboardSounds([GUILD, { id: '2' }]);
    await shard.requestChannelInfo(GUILD);
    expect(bench.gateway.last.sent(31)[0]?.d).toEqual({ guild_ids: [GUILD, '2'] });
    expect(bench.gateway.last.sent(43)[0]?.d).toEqual({
      guild_id: GUILD,
      fields: ['status', 'voice_start_time'],
    });
  });

  it('knows its user id after READY', async () => {
    await expect(shard.getUserId()).resolves.toBe('80351110224678912');
  });

  it('refuses a payload over 4096 bytes before sending it', async () => {
    const activity = { name: 'x'.repeat(5_000) };
    await expect(shard.updatePresence({ activity })).rejects.toMatchObject({
      code: 'GATEWAY_PAYLOAD_TOO_LARGE',
      opcode: 3,
    });
    expect(bench.gateway.last.sent(3)).toEqual([]);
  });
});

describe('the send limit', () => {
  it('never lets more than 120 payloads leave in 60 s, heartbeats among them', async () => {
    const times: number[] = [];
    const connection = bench.gateway.last;
    const send = connection.send.bind(connection);
    connection.send = (data) => {
      times.push(bench.clock.now());
      send(data);
    };
    const sending = Array.from({ length: 400 }, () => shard.requestSoundboardSounds([GUILD]));
    await bench.clock.settle();
    expect(times).toHaveLength(114);
    expect(shard.isWsRateLimited()).toBe(true);
    shard.sendHeartbeat();
    expect(times).toHaveLength(115);
    await bench.clock.advance(240_000);
    await Promise.all(sending);
    for (const at of times) {
      expect(times.filter((other) => other >= at && other < at + 60_000).length).toBeLessThanOrEqual(120);
    }
    expect(connection.sent(1).length).toBeGreaterThanOrEqual(6);
  });

  it('serves kinds of requests in turn', async () => {
    const order: string[] = [];
    for (let index = 0; index < 300; index++) void shard.requestSoundboardSounds([GUILD]);
    void shard.updateVoiceState(GUILD, null).then(() => order.push('voice'));
    await bench.clock.advance(61_000);
    expect(order).toEqual(['voice']);
    expect(bench.gateway.last.sent(31).length).toBeLessThan(300);
    await bench.clock.advance(300_000);
  });

  it('starts anew with each connection', async () => {
    for (let index = 0; index < 114; index++) await shard.requestSoundboardSounds([GUILD]);
    expect(shard.isWsRateLimited()).toBe(true);
    bench.gateway.last.say({ op: 7 });
    await bench.clock.advance(0);
    bench.gateway.last.hello();
    bench.gateway.last.dispatch('RESUMED', 2);
    await bench.clock.settle();
    expect(shard.isWsRateLimited()).toBe(false);
  });
});
