import type { Clock, TimerHandle } from '../../utils/clock.js';
import type { IdentifyQueue } from './identify-queue.js';

/** Time between two Identify of one rate-limit key. */
const IDENTIFY_INTERVAL_MS = 5_000;

interface Waiter {
  grant(): void;
}

/** Identify queue of one process: a first-come line for each `shardId % maxConcurrency`. */
export class MemoryIdentifyQueue implements IdentifyQueue {
  readonly #clock: Clock;
  readonly #lines = new Map<number, IdentifyLine>();
  #maxConcurrency: number;

  constructor(clock: Clock, maxConcurrency = 1) {
    this.#clock = clock;
    this.#maxConcurrency = Math.max(1, maxConcurrency);
  }

  setMaxConcurrency(maxConcurrency: number): void {
    this.#maxConcurrency = Math.max(1, maxConcurrency);
  }

  acquire(shardId: number, signal: AbortSignal): Promise<void> {
    const key = shardId % this.#maxConcurrency;
    const line = this.#lines.get(key) ?? new IdentifyLine(this.#clock);
    this.#lines.set(key, line);
    return line.join(signal);
  }
}

class IdentifyLine {
  readonly #clock: Clock;
  readonly #waiting: Waiter[] = [];
  #nextAt = Number.NEGATIVE_INFINITY;
  #timer: TimerHandle | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  join(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const waiter: Waiter = {
        grant: () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      const onAbort = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        if (this.#waiting.length === 0) this.#disarm();
        reject(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#waiting.push(waiter);
      this.#serve();
    });
  }

  #serve(): void {
    if (this.#timer !== undefined || this.#waiting.length === 0) return;
    const waitMs = this.#nextAt - this.#clock.monotonicNow();
    if (waitMs > 0) {
      this.#timer = this.#clock.setTimeout(() => {
        this.#timer = undefined;
        this.#serve();
      }, waitMs);
      return;
    }
    this.#nextAt = this.#clock.monotonicNow() + IDENTIFY_INTERVAL_MS;
    this.#waiting.shift()?.grant();
    this.#serve();
  }

  #disarm(): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
