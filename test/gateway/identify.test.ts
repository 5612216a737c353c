import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryIdentifyQueue } from '../../src/gateway/identify/memory-identify-queue.js';
import { GatewayBench } from './support/gateway-bench.js';
import { ManualClock } from './support/manual-clock.js';

let clock: ManualClock;
const never = new AbortController().signal;

beforeEach(() => {
  clock = new ManualClock();
});

/** Seconds after which each of the shards was let through. */
async function grants(queue: MemoryIdentifyQueue, shardIds: readonly number[]): Promise<Map<number, number>> {
  const startedAt = clock.now();
  const times = new Map<number, number>();
  for (const id of shardIds)
    void queue.acquire(id, never).then(() => times.set(id, (clock.now() - startedAt) / 1_000));
  await clock.advance(60_000);
  return times;
}

describe('MemoryIdentifyQueue', () => {
  it('lets the first through at once and one more every five seconds', async () => {
    expect([...(await grants(new MemoryIdentifyQueue(clock), [0, 1, 2]))]).toEqual([
      [0, 0],
      [1, 5],
      [2, 10],
    ]);
  });

  it('keeps one line for each remainder of shard id and concurrency', async () => {
    const times = await grants(new MemoryIdentifyQueue(clock, 4), [0, 1, 2, 3, 4, 8, 5]);
    expect(Object.fromEntries(times)).toEqual({ 0: 0, 1: 0, 2: 0, 3: 0, 4: 5, 5: 5, 8: 10 });
  });

  it('lets nobody wait behind one who gave up', async () => {
    const queue = new MemoryIdentifyQueue(clock);
    await queue.acquire(0, never);
    const controller = new AbortController();
    const quitter = queue.acquire(1, controller.signal);
    const next = queue.acquire(2, never).then(() => clock.now());
    const startedAt = clock.now();
    controller.abort(new Error('gave up'));
    await expect(quitter).rejects.toThrow('gave up');
    await clock.advance(5_000);
    expect((await next) - startedAt).toBe(5_000);
    expect(clock.pendingTimers).toBe(0);
  });

  it('refuses an aborted wait and leaves no timer when the line is empty', async () => {
    const queue = new MemoryIdentifyQueue(clock);
    await queue.acquire(0, never);
    const controller = new AbortController();
    const waiting = queue.acquire(1, controller.signal);
    controller.abort(new Error('closed'));
    await expect(waiting).rejects.toThrow('closed');
    await expect(queue.acquire(1, controller.signal)).rejects.toThrow('closed');
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('an Identify that cannot be written', () => {
  it('ends the connection with the reason, and is tried again', async () => {
    const presence = { activity: { name: 10n as unknown as string } };
    const bench = new GatewayBench({ presence });
    bench.manager.connect().catch(() => {});
    await bench.clock.settle();
    bench.gateway.last.hello();
    await bench.clock.settle();
    expect(bench.disconnects).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('BigInt'), next: 'identify' }),
    ]);
    await bench.manager.close();
  });
});

describe('session starts that are spent while the bot runs', () => {
  it('makes a shard wait until the limit resets, and says so', async () => {
    const bench = new GatewayBench();
    bench.gateway.info.session_start_limit = {
      total: 1000,
      remaining: 1,
      reset_after: 60_000,
      max_concurrency: 1,
    };
    await bench.connect();
    bench.gateway.info.session_start_limit.remaining = 0;
    bench.gateway.last.say({ op: 9, d: false });
    await bench.clock.advance(10_000);
    bench.gateway.last.hello();
    await bench.clock.advance(1_000);
    expect(bench.gateway.last.sent(2)).toEqual([]);
    expect(bench.errors).toEqual([expect.objectContaining({ code: 'SESSION_START_LIMIT', remaining: 0 })]);
    expect(bench.manager.get(0)?.state).toBe('queued');
    await bench.clock.advance(60_000);
    expect(bench.gateway.last.sent(2)).toHaveLength(1);
    await bench.manager.close();
    expect(bench.clock.pendingTimers).toBe(0);
  });
});
