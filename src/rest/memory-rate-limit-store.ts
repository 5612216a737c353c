import type { RateLimitStore, StoredBucket } from './rate-limit-store.js';

const WINDOW_MS = 1000;
const MAX_BUCKETS = 10_000;

/** Store for several clients in one process. */
export class MemoryRateLimitStore implements RateLimitStore {
  readonly #buckets = new Map<string, StoredBucket>();
  readonly #takenAtMs = new Map<string, number[]>();
  readonly #blockedUntilMs = new Map<string, number>();

  takeGlobal(owner: string, perSecond: number, nowMs: number): number {
    const blockedMs = (this.#blockedUntilMs.get(owner) ?? 0) - nowMs;
    if (blockedMs > 0) return blockedMs;
    const taken = (this.#takenAtMs.get(owner) ?? []).filter((atMs) => atMs > nowMs - WINDOW_MS);
    this.#takenAtMs.set(owner, taken);
    if (taken.length >= perSecond) return taken[0]! + WINDOW_MS - nowMs;
    taken.push(nowMs);
    return 0;
  }

  blockGlobal(owner: string, untilMs: number): void {
    this.#blockedUntilMs.set(owner, Math.max(untilMs, this.#blockedUntilMs.get(owner) ?? 0));
  }

  load(key: string): StoredBucket | undefined {
    return this.#buckets.get(key);
  }

  /** Keeps the latest ten thousand. */
  save(key: string, bucket: StoredBucket): void {
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size <= MAX_BUCKETS) return;
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
