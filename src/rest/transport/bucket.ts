/**
 * One bucket of Discord's rate limits: a window of requests, shared by every route that has its hash and its major id.
 *
 * A request takes a slot before it is sent and gives it back with the answer's headers. Free slots are what the window
 * still has, less what is under way, so requests run in parallel up to what remains and never beyond. A bucket nobody has
 * answered for yet lets one request through to learn from. Whoever finds no free slot queues, first come first served,
 * and one timer per bucket wakes the queue at the moment the next slot returns. A 429 blocks the bucket for as long as
 * Discord says, whatever the window believes.
 *
 * @see https://docs.discord.com/developers/topics/rate-limits
 */
import type { Clock, TimerHandle } from '../../utils/clock.js';
import type { WindowClockOptions } from './bucket-window.js';
import { BucketWindow } from './bucket-window.js';
import type { RateLimitHeaders } from './rate-limit-headers.js';

interface Waiter {
  /** Called with the bucket that gave the slot: not the first one when the queue moved. */
  readonly resolve: (bucket: Bucket) => void;
  readonly reject: (reason: unknown) => void;
  queue: Waiter[];
}

/** Queue and window of the requests that share a limit. */
export class Bucket {
  readonly window = new BucketWindow();
  readonly #clock: Clock;
  readonly #waiters: Waiter[] = [];
  #inFlight = 0;
  #blockedUntilMs = 0;
  #timer: TimerHandle | undefined;

  constructor(
    /** Hash or route, major id, token: what the limiter finds it by. */
    public key: string,
    clock: Clock,
  ) {
    this.#clock = clock;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  get waiting(): number {
    return this.#waiters.length;
  }

  /** Slots that a request could take now. */
  free(nowMs: number): number {
    if (this.#blockedUntilMs > nowMs) return 0;
    return Math.max(0, this.window.remaining(nowMs) - this.#inFlight);
  }

  /** How long a request that came now would wait, in milliseconds; a guess when it depends on answers under way. */
  estimateWaitMs(nowMs: number): number {
    const blockedMs = Math.max(0, this.#blockedUntilMs - nowMs);
    const ahead = this.#inFlight + this.#waiters.length + 1;
    if (this.window.kind === 'unknown' || this.window.remaining(nowMs) >= ahead) return blockedMs;
    const beyond = Math.max(0, ahead - this.window.limit);
    const laterMs = Math.floor(beyond / this.window.limit) * this.window.windowMs;
    const resetMs = this.window.timeOf(Math.min(ahead, this.window.limit), nowMs) - nowMs;
    return Math.max(blockedMs, resetMs + laterMs);
  }

  /** Takes a slot if one is free and nobody waits. */
  tryAcquire(): boolean {
    if (this.#waiters.length > 0 || this.free(this.#clock.now()) <= 0) return false;
    this.#inFlight++;
    return true;
  }

  /** Waits for a slot, at the head of the queue when `isFirst`; gives the bucket it was taken from. */
  acquire(signal?: AbortSignal, isFirst = false): Promise<Bucket> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = (): void => {
        waiter.queue.splice(waiter.queue.indexOf(waiter), 1);
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        queue: this.#waiters,
        reject,
        resolve: (bucket) => {
          signal?.removeEventListener('abort', onAbort);
          resolve(bucket);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      if (isFirst) this.#waiters.unshift(waiter);
      else this.#waiters.push(waiter);
      this.#wake();
    });
  }

  /** Gives a slot back with what the answer said of the limit. */
  release(headers: RateLimitHeaders | undefined, options: WindowClockOptions): void {
    this.#inFlight--;
    if (headers) this.window.update(headers, this.#clock.now(), options);
    this.#wake();
  }

  /** Gives a slot back after a request that got no answer. */
  releaseLost(): void {
    this.#inFlight--;
    this.window.countLost();
    this.#wake();
  }

  /** Gives a slot back that was not used. */
  releaseUnused(): void {
    this.#inFlight--;
    this.#wake();
  }

  /** Lifts the limit, until an answer names one. */
  setUnlimited(): void {
    this.window.setUnlimited();
    this.#wake();
  }

  /** Lets nothing through before a moment. */
  block(untilMs: number): void {
    this.#blockedUntilMs = Math.max(this.#blockedUntilMs, untilMs);
  }

  /** Hands the queue to another bucket, when the hash is learnt. */
  moveWaitersTo(other: Bucket): void {
    if (other === this) return;
    this.#disarm();
    for (const waiter of this.#waiters.splice(0)) {
      waiter.queue = other.#waiters;
      other.#waiters.push(waiter);
    }
    other.#wake();
  }

  /** Whether nothing waits, nothing is under way and nothing worth remembering is known. */
  isIdle(nowMs: number): boolean {
    const isOver = this.window.resetAtMs <= nowMs && this.#blockedUntilMs <= nowMs;
    return this.#inFlight === 0 && this.#waiters.length === 0 && isOver;
  }

  /** Fails everybody who waits. */
  close(reason: unknown): void {
    this.#disarm();
    for (const waiter of this.#waiters.splice(0)) waiter.reject(reason);
  }

  #wake(): void {
    const nowMs = this.#clock.now();
    let free = this.free(nowMs);
    while (free > 0 && this.#waiters.length > 0) {
      this.#inFlight++;
      free--;
      this.#waiters.shift()!.resolve(this);
    }
    this.#arm(nowMs);
  }

  #arm(nowMs: number): void {
    this.#disarm();
    if (this.#waiters.length === 0) return;
    const slotAtMs = this.window.kind === 'unknown' ? nowMs : this.window.timeOf(this.#inFlight + 1, nowMs);
    const atMs = Math.max(this.#blockedUntilMs, slotAtMs);
    if (atMs <= nowMs) return;
    this.#timer = this.#clock.setTimeout(
      () => {
        this.#timer = undefined;
        this.#wake();
      },
      Math.ceil(atMs - nowMs),
    );
  }

  #disarm(): void {
    if (this.#timer === undefined) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
