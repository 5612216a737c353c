import type { Awaitable } from '../types/type-tools.js';

/** Part of a key-value store that is needed; a `Map`, or any store of the `keyv` family, has it. */
export interface KeyValueStore<V = unknown> {
  /** Value of a key, if there is one. */
  get(key: string): Awaitable<unknown>;
  /** Keeps a value, at least for `ttlMs`. */
  set(key: string, value: V, ttlMs: number): Awaitable<unknown>;
  /** Forgets the value of a key. */
  delete(key: string): Awaitable<unknown>;
}
