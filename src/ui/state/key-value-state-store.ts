import type { KeyValueStore } from '../../utils/key-value-store.js';
import type { StateStore } from './state-store.js';

/**
 * Keeps state in a key-value store, so that views outlive the host's disk or are shared between processes.
 *
 * Values are kept as text, which every store takes. Expiry is the store's: one that ignores `ttlMs` keeps them for good.
 *
 * @example
 * ```ts
 * const store = new Keyv(); // in memory; with an adapter, new Keyv({ store: new KeyvSqlite({ uri: 'bot.sqlite' }) })
 * new Bot({ stateStore: new KeyValueStateStore(store) });
 * ```
 */
export class KeyValueStateStore implements StateStore {
  readonly #store: KeyValueStore<string>;

  constructor(store: KeyValueStore<string>) {
    this.#store = store;
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const text = await this.#store.get(key);
    return typeof text === 'string' ? Buffer.from(text, 'base64url') : undefined;
  }

  async set(key: string, value: Uint8Array, ttlMs: number): Promise<void> {
    await this.#store.set(key, Buffer.from(value).toString('base64url'), ttlMs);
  }

  /** Forgets the value of a key. */
  async delete(key: string): Promise<void> {
    await this.#store.delete(key);
  }
}
