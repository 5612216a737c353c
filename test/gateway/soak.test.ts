import { describe, expect, it } from '@jest/globals';
import { GatewayBench } from './support/gateway-bench.js';
import { seededRandom } from './support/seeded-random.js';
import { SmallDiscord } from './support/small-discord.js';

const SHARDS = 16;
const HOUR_MS = 3_600_000;
const STEP_MS = 20_000;

/** Ids of the delivered events, shard by shard, session by session as the sink saw them begin. */
function deliveredBySession(bench: GatewayBench): Map<string, string[]> {
  const current = new Map<number, string>();
  const delivered = new Map<string, string[]>();
  for (const { name, data, shardId } of bench.sink.events) {
    if (name === 'READY') {
      const { session_id: id } = data as { session_id: string };
      current.set(shardId, id);
      delivered.set(id, []);
    } else if (name === 'MESSAGE_CREATE') {
      const { id, session } = data as { id: string; session: string };
      expect(session).toBe(current.get(shardId));
      delivered.get(session)?.push(id);
    }
  }
  return delivered;
}

describe('24 hours of 16 shards with random faults', () => {
  it('delivers every event exactly once, or restarts the session visibly, and leaves nothing behind', async () => {
    const random = seededRandom(20_261_120);
    const bench = new GatewayBench({ shards: { count: SHARDS }, random: seededRandom(1) });
    bench.gateway.info.session_start_limit.max_concurrency = 4;
    const discord = new SmallDiscord(bench.gateway, bench.clock, random, 4);
    const connecting = bench.manager.connect();
    await bench.clock.advance(5 * 60_000);
    await connecting;
    for (let elapsed = 0; elapsed < 24 * HOUR_MS; elapsed += STEP_MS) {
      for (let shardId = 0; shardId < SHARDS; shardId++) {
        if (random() < 0.5) discord.emit(shardId);
        if (random() < 0.004) discord.disturb(shardId);
      }
      await bench.clock.advance(STEP_MS);
    }
    // Calm weather, so that what is under way arrives.
    await bench.clock.advance(10 * 60_000);
    expect([...bench.manager].filter((shard) => !shard.isAlive)).toEqual([]);
    const delivered = deliveredBySession(bench);
    let lost = 0;
    for (const session of discord.sessions) {
      const sent = session.events.filter((id) => id !== 'resumed');
      const got = delivered.get(session.id) ?? [];
      expect(got).toEqual(sent.slice(0, got.length));
      if (!session.isOver) expect(got).toHaveLength(sent.length);
      lost += sent.length - got.length;
    }
    expect(bench.sink.events.length).toBeGreaterThan(30_000);
    expect(lost).toBeLessThan(bench.sink.events.length / 100);
    expect(discord.hastyIdentifies).toBe(0);
    expect(discord.identifies).toBeLessThan(1_000);
    expect(discord.faultCounts.size).toBeGreaterThanOrEqual(15);
    await bench.manager.close();
    expect(bench.gateway.openConnections).toBe(0);
    expect(bench.clock.pendingTimers).toBe(0);
  }, 120_000);
});
