import { describe, expect, it } from '@jest/globals';
import { GET, PATCH, POST } from '../../src/rest/transport/route.js';
import type { ScriptedAnswer } from './support/scripted-dispatcher.js';
import type { ScriptedRest } from './support/scripted-rest.js';
import { limitHeaders, scriptedRest } from './support/scripted-rest.js';

/** Small generator with a fixed seed, so that every run is the same. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface ServerBucket {
  readonly isSliding: boolean;
  readonly limit: number;
  readonly windowMs: number;
  /** Fixed: end of the window. Sliding: when all slots are back. */
  resetAtMs: number;
  used: number;
}

/** Takes a request into a bucket as Discord does; answers whether it was allowed. */
function take(bucket: ServerBucket, nowMs: number): boolean {
  if (bucket.isSliding) {
    const slotMs = bucket.windowMs / bucket.limit;
    const fullAtMs = Math.max(bucket.resetAtMs, nowMs) + slotMs;
    if (Math.ceil((fullAtMs - nowMs) / slotMs - 1e-6) > bucket.limit) return false;
    bucket.resetAtMs = fullAtMs;
    bucket.used = Math.ceil((fullAtMs - nowMs) / slotMs - 1e-6);
    return true;
  }
  if (nowMs >= bucket.resetAtMs) Object.assign(bucket, { resetAtMs: nowMs + bucket.windowMs, used: 0 });
  bucket.used++;
  return bucket.used <= bucket.limit;
}

/** Server with latency both ways that counts requests on arrival, in whatever order they come. */
function server(seed: number, getRest: () => ScriptedRest) {
  const random = randomOf(seed);
  const buckets = new Map<string, ServerBucket>();
  const stats = { refused: 0, served: 0 };
  const bucketOf = (key: string): ServerBucket => {
    let bucket = buckets.get(key);
    if (!bucket) {
      const isSliding = key.startsWith('slow');
      bucket = {
        isSliding,
        limit: isSliding ? 4 : 5,
        windowMs: isSliding ? 4000 : 2000,
        resetAtMs: 0,
        used: 0,
      };
      buckets.set(key, bucket);
    }
    return bucket;
  };
  const script = async ({ method, path }: { method: string; path: string }): Promise<ScriptedAnswer> => {
    const { clock } = getRest();
    const pause = (ms: number): Promise<void> => new Promise((resolve) => clock.setTimeout(resolve, ms));
    await pause(5 + Math.floor(random() * 80));
    const hash = method === 'PATCH' ? 'slow' : 'quick';
    const key = `${hash}:${/\/channels\/(\d+)/.exec(path)?.[1]}`;
    const bucket = bucketOf(key);
    const isAllowed = take(bucket, clock.now());
    const { limit, used, resetAtMs } = bucket;
    const headers = limitHeaders(clock, {
      bucket: hash,
      limit,
      remaining: Math.max(0, limit - used),
      resetAtMs,
    });
    await pause(5 + Math.floor(random() * 80));
    if (isAllowed) {
      stats.served++;
      return { headers, body: {} };
    }
    stats.refused++;
    const body = {
      message: 'slow down',
      retry_after: Math.max(0, resetAtMs - clock.now()) / 1000,
      global: false,
    };
    return { status: 429, headers: { ...headers, 'x-ratelimit-scope': 'user' }, body };
  };
  return { script, stats };
}

describe('rate limits under load', () => {
  it.each([1, 2, 3])(
    'serve every request without a single 429, whatever the latency (seed %d)',
    async (seed) => {
      const { script, stats } = server(seed, () => scripted);
      const scripted: ScriptedRest = scriptedRest(script, { maxWaitMs: Number.POSITIVE_INFINITY });
      const { rest, clock } = scripted;
      const random = randomOf(seed + 100);
      const pending: Promise<unknown>[] = [];
      for (let i = 0; i < 400; i++) {
        const channel = String(1 + Math.floor(random() * 4));
        const kind = random();
        if (kind < 0.5) pending.push(rest.request(POST`/channels/${channel}/messages`, { body: {} }));
        else if (kind < 0.8) pending.push(rest.request(GET`/channels/${channel}`));
        else pending.push(rest.request(PATCH`/channels/${channel}`, { body: {} }));
        if (random() < 0.3) await clock.advance(Math.floor(random() * 300));
      }
      await clock.advance(600_000);
      await Promise.all(pending);
      expect(stats.served).toBe(400);
      expect(stats.refused).toBe(0);
      expect(clock.pending).toBe(0);
      expect(rest.limits().buckets.every(({ inFlight, waiting }) => inFlight === 0 && waiting === 0)).toBe(
        true,
      );
    },
  );
});
