import type { Clock } from '../../utils/clock.js';
import { sleep } from '../../utils/sleep.js';
import type { RateLimitStore } from '../rate-limit-store.js';
import type { GlobalGate } from './global-limit.js';
import { GlobalLimit } from './global-limit.js';

/** What a `SharedGlobalLimit` is made of. */
export interface SharedGlobalLimitParts {
  readonly clock: Clock;
  readonly perSecond: number;
  readonly store: RateLimitStore;
  /** Whose requests they are. */
  readonly ownerOf: () => string;
  /** Told what the store fails with. */
  readonly onFailed: (error: unknown) => void;
}

/**
 * Global limit that a store keeps for several clients; requests ask one after another.
 *
 * When the store fails, the limit is kept here, as if there were no other client.
 */
export class SharedGlobalLimit implements GlobalGate {
  readonly perSecond: number;
  readonly #parts: SharedGlobalLimitParts;
  readonly #own: GlobalLimit;
  readonly #closing = new AbortController();
  #last: Promise<void> = Promise.resolve();
  #blockedUntilMs = 0;
  #waiting = 0;

  constructor(parts: SharedGlobalLimitParts) {
    this.#parts = parts;
    this.perSecond = parts.perSecond;
    this.#own = new GlobalLimit(parts.clock, parts.perSecond);
  }

  get waiting(): number {
    return this.#waiting;
  }

  get blockedUntilMs(): number {
    return this.#blockedUntilMs;
  }

  /** The store knows what others used; nothing is counted here. */
  used(): number {
    return 0;
  }

  estimateWaitMs(nowMs: number): number {
    return Math.max(0, this.#blockedUntilMs - nowMs);
  }

  tryAcquire(): boolean {
    return false;
  }

  async acquire(signal?: AbortSignal): Promise<void> {
    const turn = this.#last.then(() => this.#take(signal));
    this.#last = turn.catch(() => {});
    this.#waiting++;
    try {
      await turn;
    } finally {
      this.#waiting--;
    }
  }

  block(untilMs: number): void {
    this.#blockedUntilMs = Math.max(this.#blockedUntilMs, untilMs);
    this.#own.block(untilMs);
    this.#blockForAll(untilMs).catch((error: unknown) => this.#parts.onFailed(error));
  }

  close(reason: unknown): void {
    this.#closing.abort(reason);
    this.#own.close(reason);
  }

  async #blockForAll(untilMs: number): Promise<void> {
    const { ownerOf, store } = this.#parts;
    await store.blockGlobal(ownerOf(), untilMs);
  }

  async #take(signal: AbortSignal | undefined): Promise<void> {
    const closing = this.#closing.signal;
    const either = signal ? AbortSignal.any([signal, closing]) : closing;
    for (;;) {
      either.throwIfAborted();
      const waitMs = await this.#askStore();
      if (waitMs === undefined) return this.#own.acquire(either);
      if (waitMs <= 0) return;
      await sleep(this.#parts.clock, Math.ceil(waitMs), either);
    }
  }

  /** Milliseconds to wait, 0 when the request was counted; `undefined` when the store cannot tell. */
  async #askStore(): Promise<number | undefined> {
    const { clock, onFailed, ownerOf, store } = this.#parts;
    try {
      return await store.takeGlobal(ownerOf(), this.perSecond, clock.now());
    } catch (error) {
      onFailed(error);
      return undefined;
    }
  }
}
