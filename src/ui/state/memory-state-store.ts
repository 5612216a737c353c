import type { Clock } from '../../utils/clock.js';
import type { StateStore } from './state-store.js';

interface Entry {
  readonly value: Uint8Array;
  readonly expiresAtMs: number;
}

/** Keeps state in memory, at most so many values: the oldest go first. Lost when the process ends. */
export class MemoryStateStore implements StateStore {
  readonly #clock: Clock;
  readonly #maxEntries: number;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock, maxEntries = 10_000) {
    this.#clock = clock;
    this.#maxEntries = maxEntries;
  }

  /** How many values are kept, those that have expired included. */
  get size(): number {
    return this.#entries.size;
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.expiresAtMs > this.#clock.now()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  async set(key: string, value: Uint8Array, ttlMs: number): Promise<void> {
    this.#entries.delete(key);
    this.#entries.set(key, { value: Uint8Array.from(value), expiresAtMs: this.#clock.now() + ttlMs });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#maxEntries) break;
      this.#entries.delete(oldest);
    }
  }

  /** Forgets the value of a key. */
  async delete(key: string): Promise<void> {
    this.#entries.delete(key);
  }
}
