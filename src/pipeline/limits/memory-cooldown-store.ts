import type { CooldownLimit, CooldownStore } from './cooldown-store.js';

/** Uses of one key: their times, oldest first; of a fixed window only those since it began. */
interface Uses {
  readonly times: number[];
  /** When all of them will be forgotten. */
  expiresAtMs: number;
}

/** Keys after which a sweep for stale ones is worth its time. */
const SWEEP_EVERY = 1000;

/** Counts uses in memory; forgets keys that are not used any more. */
export class MemoryCooldownStore implements CooldownStore {
  readonly #uses = new Map<string, Uses>();
  #takesUntilSweep = SWEEP_EVERY;

  /** How many keys are remembered. */
  get size(): number {
    return this.#uses.size;
  }

  take(key: string, limit: CooldownLimit, nowMs: number): number {
    this.#sweepNowAndThen(nowMs);
    const retryAfterMs = this.peek(key, limit, nowMs);
    if (retryAfterMs > 0) return retryAfterMs;
    const uses = this.#current(key, limit, nowMs) ?? { times: [], expiresAtMs: 0 };
    const isFirstOfWindow = uses.times.length === 0;
    uses.times.push(nowMs);
    if (limit.window === 'sliding' || isFirstOfWindow) uses.expiresAtMs = nowMs + limit.perMs;
    this.#uses.set(key, uses);
    return 0;
  }

  peek(key: string, limit: CooldownLimit, nowMs: number): number {
    const uses = this.#current(key, limit, nowMs);
    if (!uses || uses.times.length < limit.uses) return 0;
    if (limit.window !== 'sliding') return uses.expiresAtMs - nowMs;
    return uses.times[uses.times.length - limit.uses]! + limit.perMs - nowMs;
  }

  reset(key: string): void {
    this.#uses.delete(key);
  }

  /** Uses that still count; drops those that do not. */
  #current(key: string, { perMs, window }: CooldownLimit, nowMs: number): Uses | undefined {
    const uses = this.#uses.get(key);
    if (!uses) return undefined;
    if (uses.expiresAtMs <= nowMs) {
      this.#uses.delete(key);
      return undefined;
    }
    if (window === 'sliding') {
      while (uses.times.length > 0 && uses.times[0]! + perMs <= nowMs) uses.times.shift();
    }
    return uses;
  }

  #sweepNowAndThen(nowMs: number): void {
    this.#takesUntilSweep -= 1;
    if (this.#takesUntilSweep > 0) return;
    this.#takesUntilSweep = SWEEP_EVERY;
    for (const [key, uses] of this.#uses) {
      if (uses.expiresAtMs <= nowMs) this.#uses.delete(key);
    }
  }
}
