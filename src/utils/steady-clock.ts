import type { Clock, TimerHandle } from './clock.js';

/**
 * Clock whose `now()` never jumps: it begins at the other clock's time and goes on by its monotonic one.
 *
 * What waits for a moment by it is not held up when somebody sets the machine's clock back.
 */
export class SteadyClock implements Clock {
  readonly #clock: Clock;
  readonly #offsetMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#offsetMs = clock.now() - clock.monotonicNow();
  }

  now(): number {
    return this.#offsetMs + this.#clock.monotonicNow();
  }

  monotonicNow(): number {
    return this.#clock.monotonicNow();
  }

  setTimeout(callback: () => void, delayMs: number, options?: { readonly unref?: boolean }): TimerHandle {
    return this.#clock.setTimeout(callback, delayMs, options);
  }

  clearTimeout(handle: TimerHandle): void {
    this.#clock.clearTimeout(handle);
  }
}
