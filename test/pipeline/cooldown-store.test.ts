import { describe, expect, test } from '@jest/globals';
import type { CooldownLimit, CooldownStore } from '../../src/pipeline/limits/cooldown-store.js';
import { KeyValueCooldownStore } from '../../src/pipeline/limits/key-value-cooldown-store.js';
import { MemoryCooldownStore } from '../../src/pipeline/limits/memory-cooldown-store.js';

const fixed: CooldownLimit = { uses: 2, perMs: 100 };
const sliding: CooldownLimit = { ...fixed, window: 'sliding' };

describe.each<[string, () => CooldownStore]>([
  ['MemoryCooldownStore', () => new MemoryCooldownStore()],
  ['KeyValueCooldownStore', () => new KeyValueCooldownStore(new Map())],
])('%s', (_name, make) => {
  const takes = async (limit: CooldownLimit, times: readonly number[]): Promise<number[]> => {
    const store = make();
    const found: number[] = [];
    for (const nowMs of times) found.push(await store.take('key', limit, nowMs));
    return found;
  };

  test('counts from the first use', async () => {
    expect(await takes(fixed, [0, 50, 60, 99, 100, 150, 199])).toEqual([0, 0, 40, 1, 0, 0, 1]);
  });

  test('looks back when it slides', async () => {
    expect(await takes(sliding, [0, 50, 60, 100, 110, 150])).toEqual([0, 0, 40, 0, 40, 0]);
  });

  test('counts keys apart, peeks without counting, and forgets', async () => {
    const store = make();
    await store.take('a', { uses: 1, perMs: 100 }, 0);
    expect(await store.take('b', { uses: 1, perMs: 100 }, 0)).toBe(0);
    expect(await store.peek('a', { uses: 1, perMs: 100 }, 40)).toBe(60);
    expect(await store.peek('c', { uses: 1, perMs: 100 }, 40)).toBe(0);
    await store.reset('a');
    expect(await store.take('a', { uses: 1, perMs: 100 }, 50)).toBe(0);
  });

  test('lets no more in than the limit when all come at once', async () => {
    const store = make();
    const found = await Promise.all(Array.from({ length: 10 }, async () => store.take('key', fixed, 0)));
    expect(found.filter((retryAfterMs) => retryAfterMs === 0)).toHaveLength(2);
  });

  test('never lets more than the limit into any window, whatever the times', async () => {
    let seed = 7;
    const random = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    const store = make();
    const taken: number[] = [];
    let nowMs = 0;
    for (let use = 0; use < 500; use++) {
      nowMs += Math.floor(random() * 60);
      const expected = taken.filter((time) => time > nowMs - 100).length < 2;
      const retryAfterMs = await store.take('key', sliding, nowMs);
      expect(retryAfterMs === 0).toBe(expected);
      if (retryAfterMs === 0) taken.push(nowMs);
    }
  });
});

describe('MemoryCooldownStore', () => {
  test('forgets keys that are not used any more', () => {
    const store = new MemoryCooldownStore();
    for (let user = 0; user < 5000; user++) store.take(`user ${user}`, fixed, user);
    expect(store.size).toBeLessThan(1200);
  });
});
