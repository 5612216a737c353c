import type { KeyValueStore } from '../../utils/key-value-store.js';
import type { CooldownLimit, CooldownStore } from './cooldown-store.js';

/**
 * Counts uses in a key-value store, so that cooldowns survive a restart and are shared between processes.
 *
 * Takes of one key are put in order within the process; two processes that take at the same moment may both be let in.
 *
 * @example
 * ```ts
 * const store = new Keyv(); // in memory; with an adapter, new Keyv({ store: new KeyvRedis(url) })
 * new Bot({ cooldowns: new KeyValueCooldownStore(store) });
 * ```
 */
export class KeyValueCooldownStore implements CooldownStore {
  readonly #store: KeyValueStore<readonly number[]>;
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(store: KeyValueStore<readonly number[]>) {
    this.#store = store;
  }

  take(key: string, limit: CooldownLimit, nowMs: number): Promise<number> {
    return this.#inOrder(key, async () => {
      const times = await this.#times(key, limit, nowMs);
      const retryAfterMs = waitFor(times, limit, nowMs);
      if (retryAfterMs > 0) return retryAfterMs;
      await this.#store.set(key, [...times, nowMs], limit.perMs);
      return 0;
    });
  }

  async peek(key: string, limit: CooldownLimit, nowMs: number): Promise<number> {
    return waitFor(await this.#times(key, limit, nowMs), limit, nowMs);
  }

  async reset(key: string): Promise<void> {
    await this.#store.delete(key);
  }

  /** Times of the uses that still count, oldest first. */
  async #times(key: string, limit: CooldownLimit, nowMs: number): Promise<readonly number[]> {
    const stored = await this.#store.get(key);
    const times = Array.isArray(stored) ? stored.filter((time) => typeof time === 'number') : [];
    const isOver = (time: number | undefined): boolean => time !== undefined && time + limit.perMs <= nowMs;
    if (limit.window === 'sliding') return times.filter((time) => !isOver(time));
    return isOver(times[0]) ? [] : times;
  }

  async #inOrder<T>(key: string, work: () => Promise<T>): Promise<T> {
    const run = (this.#queues.get(key) ?? Promise.resolve()).then(work, work);
    this.#queues.set(key, run);
    try {
      return await run;
    } finally {
      if (this.#queues.get(key) === run) this.#queues.delete(key);
    }
  }
}

function waitFor(times: readonly number[], { uses, perMs, window }: CooldownLimit, nowMs: number): number {
  if (times.length < uses) return 0;
  const first = window === 'sliding' ? times[times.length - uses]! : times[0]!;
  return first + perMs - nowMs;
}
