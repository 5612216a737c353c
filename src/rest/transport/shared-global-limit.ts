import type { Clock } from '../../utils/clock.js';
import { sleep } from '../../utils/sleep.js';
import type { RateLimitStore } from '../rate-limit-store.js';
import type { GlobalGate } from './global-limit.js';

/** Global limit that a store keeps for several clients; requests ask one after another. */
export class SharedGlobalLimit implements GlobalGate {
  readonly perSecond: number;
  readonly #clock: Clock;
  readonly #store: RateLimitStore;
  readonly #ownerOf: () => string;
  readonly #closing = new AbortController();
  #last: Promise<void> = Promise.resolve();
  #blockedUntilMs = 0;
  #waiting = 0;

  constructor(clock: Clock, perSecond: number, store: RateLimitStore, ownerOf: () => string) {
    this.#clock = clock;
    this.perSecond = perSecond;
    this.#store = store;
    this.#ownerOf = ownerOf;
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
    void this.#store.blockGlobal(this.#ownerOf(), untilMs);
  }

  close(reason: unknown): void {
    this.#closing.abort(reason);
  }

  async #take(signal: AbortSignal | undefined): Promise<void> {
    const closing = this.#closing.signal;
    const either = signal ? AbortSignal.any([signal, closing]) : closing;
    for (;;) {
      either.throwIfAborted();
      const nowMs = this.#clock.now();
      const waitMs = await this.#store.takeGlobal(this.#ownerOf(), this.perSecond, nowMs);
      if (waitMs <= 0) return;
      await sleep(this.#clock, Math.ceil(waitMs), either);
    }
  }
}
