import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayBench } from './support/gateway-bench.js';

let bench: GatewayBench;

beforeEach(() => {
  bench = new GatewayBench();
});

afterEach(async () => {
  await bench.manager.close();
  expect(bench.gateway.openConnections).toBe(0);
  expect(bench.clock.pendingTimers).toBe(0);
});

describe('connect', () => {
  it('starts as many shards as Discord recommends', async () => {
    bench.gateway.info = { ...bench.gateway.info, shards: 3 };
    bench.autoAccept();
    const connecting = bench.manager.connect();
    await bench.clock.advance(10_000);
    await connecting;
    expect([...bench.manager].map((shard) => [shard.id, shard.shardCount])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(bench.gateway.connections.map((connection) => connection.sent(2)[0]?.d)).toEqual(
      [0, 1, 2].map((id) => expect.objectContaining({ shard: [id, 3] })),
    );
  });

  it('runs only the shards that were chosen', async () => {
    bench = new GatewayBench({ shards: { count: 8, ids: [2, 5] } });
    bench.autoAccept();
    const connecting = bench.manager.connect();
    await bench.clock.advance(5_000);
    await connecting;
    expect([...bench.manager].map((shard) => shard.id)).toEqual([2, 5]);
    expect(bench.manager.size).toBe(2);
    expect(bench.manager.get(0)).toBeUndefined();
  });

  it('identifies one shard per key in five seconds, and the keys side by side', async () => {
    bench = new GatewayBench({ shards: { count: 5 } });
    bench.gateway.info.session_start_limit.max_concurrency = 2;
    bench.autoAccept();
    const startedAt = bench.clock.now();
    const at: number[] = [];
    const accept = bench.gateway.onConnection;
    bench.gateway.onConnection = (connection) => {
      accept(connection);
      const send = connection.send;
      connection.send = (data) => {
        if (String(data).startsWith('{"op":2')) at.push(bench.clock.now() - startedAt);
        send(data);
      };
    };
    const connecting = bench.manager.connect();
    await bench.clock.advance(15_000);
    await connecting;
    expect(at).toEqual([0, 0, 5_000, 5_000, 10_000]);
  });

  it('changes nothing when it is asked for twice', async () => {
    await bench.connect();
    await bench.manager.connect();
    expect(bench.gateway.connections).toHaveLength(1);
  });

  it('refuses to start when too few session starts are left', async () => {
    bench.gateway.info = {
      ...bench.gateway.info,
      shards: 2,
      session_start_limit: { total: 1000, remaining: 1, reset_after: 3_600_000, max_concurrency: 1 },
    };
    await expect(bench.manager.connect()).rejects.toMatchObject({
      code: 'SESSION_START_LIMIT',
      required: 2,
      remaining: 1,
      resetAfterMs: 3_600_000,
    });
    expect(bench.gateway.connections).toEqual([]);
  });
});

describe('close codes', () => {
  it.each([
    [1000, 'identify'],
    [1001, 'identify'],
    [1005, 'resume'],
    [1006, 'resume'],
    [4000, 'resume'],
    [4001, 'resume'],
    [4002, 'resume'],
    [4003, 'identify'],
    [4005, 'identify'],
    [4007, 'identify'],
    [4008, 'resume'],
    [4009, 'identify'],
    [4999, 'resume'],
  ])('after %i it goes on: %s', async (code, next) => {
    await bench.connect();
    bench.gateway.last.hangUp(code, 'why');
    await bench.clock.advance(5_000);
    expect(bench.disconnects).toEqual([expect.objectContaining({ code, next, reason: 'why', isOwn: false })]);
    bench.gateway.last.hello();
    await bench.clock.advance(5_000);
    expect(bench.gateway.last.received[0]?.op).toBe(next === 'resume' ? 6 : 2);
  });

  it.each([
    [4004, 'INVALID_TOKEN', {}],
    [4010, 'INVALID_SHARD', { shardId: 0, shardCount: 1 }],
    [4011, 'SHARDING_REQUIRED', { shardId: 0, shardCount: 1 }],
    [4012, 'INVALID_API_VERSION', { apiVersion: 10 }],
    [4013, 'INVALID_INTENTS', { intents: 513 }],
    [4014, 'DISALLOWED_INTENTS', { shardId: 0 }],
  ])('after %i it gives up with %s', async (code, errorCode, facts) => {
    const connecting = bench.manager.connect();
    await bench.clock.settle();
    bench.gateway.last.hello();
    await bench.clock.settle();
    bench.gateway.last.hangUp(code);
    await expect(connecting).rejects.toMatchObject({ code: errorCode, ...facts });
    await expect(bench.manager.join()).rejects.toMatchObject({ code: errorCode });
    expect(bench.manager.get(0)?.state).toBe('closed');
  });

  it('waits before reconnecting when it was closed for sending too much', async () => {
    await bench.connect();
    bench.gateway.last.hangUp(4008);
    await bench.clock.advance(749);
    expect(bench.gateway.connections).toHaveLength(1);
    await bench.clock.advance(1);
    expect(bench.gateway.connections).toHaveLength(2);
  });

  it('names the privileged intents that were refused and who asked for them', async () => {
    bench = new GatewayBench({
      intents: 2 | 32768,
      explainIntent: (name) => (name === 'GuildMembers' ? ['Welcome.greet'] : []),
    });
    const connecting = bench.manager.connect();
    await bench.clock.settle();
    bench.gateway.last.hangUp(4014);
    await expect(connecting).rejects.toMatchObject({
      intents: ['GuildMembers (asked for by Welcome.greet)', 'MessageContent'],
      message: expect.stringContaining('developer portal'),
    });
  });

  it('closes all shards when one is refused for good', async () => {
    bench = new GatewayBench({ shards: { count: 2 } });
    bench.autoAccept();
    const connecting = bench.manager.connect();
    await bench.clock.advance(5_000);
    await connecting;
    const joined = bench.manager.join();
    bench.gateway.connections[0]?.hangUp(4011);
    await expect(joined).rejects.toMatchObject({ code: 'SHARDING_REQUIRED' });
    await bench.clock.settle();
    expect([...bench.manager].map((shard) => shard.state)).toEqual(['closed', 'closed']);
  });
});

describe('close', () => {
  it('closes with 1000, tells so, and resolves join', async () => {
    await bench.connect();
    const joined = bench.manager.join();
    await bench.manager.close();
    expect(bench.gateway.last.closedWith?.code).toBe(1000);
    expect(bench.disconnects).toEqual([expect.objectContaining({ code: 1000, next: 'closed', isOwn: true })]);
    await expect(joined).resolves.toBeUndefined();
  });

  it('rejects a connect that is under way', async () => {
    const connecting = bench.manager.connect();
    await bench.clock.settle();
    const closing = bench.manager.close();
    await expect(connecting).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
    await closing;
  });

  it('cuts off a server that does not answer the closing handshake', async () => {
    await bench.connect();
    const connection = bench.gateway.last;
    connection.close = () => {};
    const closing = bench.manager.close();
    await bench.clock.advance(5_000);
    await closing;
    expect(connection.isTerminated).toBe(true);
  });

  it('stops a connect that still asks Discord for the gateway', async () => {
    let answer: () => void = () => {};
    bench = new GatewayBench({
      fetchGatewayInfo: () =>
        new Promise((resolve) => {
          answer = () => resolve(bench.gateway.info);
        }),
    });
    const connecting = bench.manager.connect();
    await bench.manager.close();
    answer();
    await expect(connecting).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
    expect(bench.gateway.connections).toEqual([]);
  });

  it('may be followed by another connect', async () => {
    await bench.connect();
    await bench.manager.close();
    const again = bench.manager.connect();
    await bench.clock.settle();
    bench.gateway.last.hello();
    await bench.clock.advance(5_000);
    bench.gateway.last.ready('session-2');
    await again;
    expect(bench.manager.get(0)?.isAlive).toBe(true);
  });

  it('leaves the socket alone when only waiting for the end is aborted', async () => {
    await bench.connect();
    const controller = new AbortController();
    const joined = bench.manager.get(0)?.join({ signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(joined).rejects.toThrow('enough');
    expect(bench.manager.get(0)?.isAlive).toBe(true);
  });
});
