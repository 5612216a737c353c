import type { Clock, TimerHandle } from '../../utils/clock.js';

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

const WINDOW_MS = 1000;

/** Gate over all requests of a bot, whoever keeps its count. */
export interface GlobalGate {
  readonly perSecond: number;
  readonly waiting: number;
  readonly blockedUntilMs: number;
  /** Requests of the last second. */
  used(nowMs: number): number;
  /** How long a request that came now would wait, in milliseconds. */
  estimateWaitMs(nowMs: number): number;
  /** Takes one request of the second if there is one at once. */
  tryAcquire(): boolean;
  /** Waits for one; rejects with the signal's reason. */
  acquire(signal?: AbortSignal): Promise<void>;
  /** Lets nothing through before a moment. */
  block(untilMs: number): void;
  /** Fails everybody who waits. */
  close(reason: unknown): void;
}

/**
 * Limit over all requests of a bot: so many in any second, and none while Discord has called a halt.
 *
 * It remembers when the last requests started, so no second ever holds more than allowed, wherever it begins.
 */
export class GlobalLimit implements GlobalGate {
  readonly #clock: Clock;
  readonly #perSecond: number;
  readonly #startedAtMs: number[] = [];
  readonly #waiters: Waiter[] = [];
  #oldest = 0;
  #blockedUntilMs = 0;
  #timer: TimerHandle | undefined;

  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
  }

  get perSecond(): number {
    return this.#perSecond;
  }

  get waiting(): number {
    return this.#waiters.length;
  }

  get blockedUntilMs(): number {
    return this.#blockedUntilMs;
  }

  used(nowMs: number): number {
    return this.#startedAtMs.filter((startedAtMs) => startedAtMs > nowMs - WINDOW_MS).length;
  }

  estimateWaitMs(nowMs: number): number {
    const rounds = Math.floor(this.#waiters.length / this.#perSecond) * WINDOW_MS;
    return Math.max(0, this.#nextAtMs() - nowMs) + rounds;
  }

  tryAcquire(): boolean {
    if (this.#waiters.length > 0) return false;
    return this.#take(this.#clock.now());
  }

  acquire(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = (): void => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        reject,
        resolve: () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waiters.push(waiter);
      this.#wake();
    });
  }

  block(untilMs: number): void {
    this.#blockedUntilMs = Math.max(this.#blockedUntilMs, untilMs);
    if (this.#waiters.length > 0) this.#arm(this.#clock.now());
  }

  close(reason: unknown): void {
    this.#disarm();
    for (const waiter of this.#waiters.splice(0)) waiter.reject(reason);
  }

  #take(nowMs: number): boolean {
    if (this.#blockedUntilMs > nowMs) return false;
    if (this.#perSecond === Number.POSITIVE_INFINITY) return true;
    if (this.#startedAtMs.length < this.#perSecond) {
      this.#startedAtMs.push(nowMs);
      return true;
    }
    if (this.#startedAtMs[this.#oldest]! > nowMs - WINDOW_MS) return false;
    this.#startedAtMs[this.#oldest] = nowMs;
    this.#oldest = (this.#oldest + 1) % this.#perSecond;
    return true;
  }

  #nextAtMs(): number {
    const isFull = this.#startedAtMs.length >= this.#perSecond;
    const slotAtMs = isFull ? this.#startedAtMs[this.#oldest]! + WINDOW_MS : 0;
    return Math.max(slotAtMs, this.#blockedUntilMs);
  }

  #wake(): void {
    const nowMs = this.#clock.now();
    while (this.#waiters.length > 0 && this.#take(nowMs)) this.#waiters.shift()!.resolve();
    this.#arm(nowMs);
  }

  #arm(nowMs: number): void {
    this.#disarm();
    if (this.#waiters.length === 0) return;
    const delayMs = Math.max(1, Math.ceil(this.#nextAtMs() - nowMs));
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = undefined;
      this.#wake();
    }, delayMs);
  }

  #disarm(): void {
    if (this.#timer === undefined) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
