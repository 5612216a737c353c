import type { Clock, TimerHandle } from './clock.js';

/** Longest delay that Node's timers accept; a longer one would fire at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** Real time, from Node's own timers. */
export class SystemClock implements Clock {
  now(): number {
    return Date.now();
  }

  monotonicNow(): number {
    return performance.now();
  }

  setTimeout(callback: () => void, delayMs: number, options: { readonly unref?: boolean } = {}): TimerHandle {
    const timer = new LongTimeout(callback, delayMs, options.unref ?? false);
    return timer;
  }

  /** Forgets a timer; one that has fired already is ignored. */
  clearTimeout(handle: TimerHandle): void {
    if (handle instanceof LongTimeout) handle.cancel();
  }
}

/** Timer that also survives delays beyond 24.8 days, by waiting in legs. */
class LongTimeout {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly callback: () => void,
    delayMs: number,
    private readonly unref: boolean,
  ) {
    this.#arm(delayMs);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  #arm(remainingMs: number): void {
    const legMs = Math.min(remainingMs, MAX_DELAY_MS);
    this.#timer = setTimeout(() => {
      if (remainingMs > MAX_DELAY_MS) this.#arm(remainingMs - MAX_DELAY_MS);
      else this.callback();
    }, legMs);
    if (this.unref) this.#timer.unref();
  }
}
