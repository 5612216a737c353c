import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayBench } from './support/gateway-bench.js';
import type { ScriptedConnection } from './support/scripted-gateway.js';

let bench: GatewayBench;

beforeEach(async () => {
  bench = new GatewayBench({ shards: { count: 1 } });
  await bench.connect();
});

afterEach(async () => {
  await bench.manager.close();
  expect(bench.gateway.openConnections).toBe(0);
  expect(bench.clock.pendingTimers).toBe(0);
});

/** Starts a change to two shards and brings the first of the new ones to READY. */
async function beginReshard(): Promise<{ done: Promise<void>; fresh: ScriptedConnection[] }> {
  const done = bench.manager.reshard({ count: 2 });
  await bench.clock.settle();
  const fresh = bench.gateway.connections.slice(1);
  for (const connection of fresh) connection.hello();
  await bench.clock.advance(10_000);
  fresh[0]?.ready('new-0');
  await bench.clock.settle();
  return { done, fresh };
}

const ids = (): unknown[] =>
  bench.sink.events
    .filter(({ name }) => name === 'MESSAGE_CREATE')
    .map(({ data }) => (data as { id: string }).id);

describe('reshard', () => {
  it('delivers every event exactly once while both generations are connected', async () => {
    const old = bench.gateway.last;
    const { done, fresh } = await beginReshard();
    const [first, second] = fresh as [ScriptedConnection, ScriptedConnection];
    // Both get it; the old one is behind with the second, and ahead with the third.
    old.dispatch('MESSAGE_CREATE', 2, { id: 'both' });
    first.dispatch('MESSAGE_CREATE', 2, { id: 'both' });
    first.dispatch('MESSAGE_CREATE', 3, { id: 'only new' });
    old.dispatch('MESSAGE_CREATE', 3, { id: 'old is ahead' });
    await bench.clock.settle();
    expect(ids()).toEqual(['both', 'old is ahead']);
    second.ready('new-1');
    await done;
    first.dispatch('MESSAGE_CREATE', 4, { id: 'old is ahead' });
    first.dispatch('MESSAGE_CREATE', 5, { id: 'after' });
    await bench.clock.settle();
    expect(ids()).toEqual(['both', 'old is ahead', 'only new', 'after']);
    expect(old.closedWith?.code).toBe(1000);
    expect(bench.manager.size).toBe(2);
    expect(bench.manager.get(1)?.shardCount).toBe(2);
  });

  it('delivers equal events again once the twins must have arrived', async () => {
    const old = bench.gateway.last;
    const { done, fresh } = await beginReshard();
    old.dispatch('MESSAGE_CREATE', 2, { id: 'same' });
    await bench.clock.settle();
    fresh[1]?.ready('new-1');
    await done;
    await bench.clock.advance(10_000);
    fresh[0]?.dispatch('MESSAGE_CREATE', 2, { id: 'same' });
    await bench.clock.settle();
    expect(ids()).toEqual(['same', 'same']);
  });

  it('leaves the old shards as they are when the new ones are refused', async () => {
    const old = bench.gateway.last;
    const { done, fresh } = await beginReshard();
    fresh[1]?.hangUp(4010);
    await expect(done).rejects.toMatchObject({ code: 'INVALID_SHARD' });
    old.dispatch('MESSAGE_CREATE', 2, { id: 'still here' });
    await bench.clock.settle();
    expect(ids()).toEqual(['still here']);
    expect(bench.manager.size).toBe(1);
    expect(bench.manager.get(0)?.isAlive).toBe(true);
  });

  it('closes both generations when the manager is closed meanwhile', async () => {
    const { done } = await beginReshard();
    const refused = expect(done).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
    await bench.manager.close();
    await refused;
    expect(bench.gateway.openConnections).toBe(0);
  });

  it('refuses impossible counts and ids', async () => {
    await expect(bench.manager.reshard({ count: 0 })).rejects.toMatchObject({ option: 'shards.count' });
    await expect(bench.manager.reshard({ count: 2, ids: [2] })).rejects.toMatchObject({
      option: 'shards.ids',
    });
  });
});

describe('ofGuild', () => {
  it('finds the shard that serves a guild', async () => {
    const { done, fresh } = await beginReshard();
    fresh[1]?.ready('new-1');
    await done;
    expect(bench.manager.ofGuild(String(6n << 22n))?.id).toBe(0);
    expect(bench.manager.ofGuild(String(7n << 22n))?.id).toBe(1);
  });
});
