import type { Clock, TimerHandle } from '../../../src/utils/clock.js';

interface Timer {
  readonly atMs: number;
  readonly callback: () => void;
}

/** Time that moves only when told to; everything that a timer sets going settles before the next one fires. */
export class ManualClock implements Clock {
  #nowMs = Date.UTC(2026, 0, 1);
  #wallOffsetMs = 0;
  readonly #timers = new Set<Timer>();

  /** Sets the wall clock, as an administrator may; what was measured goes on. */
  jump(byMs: number): void {
    this.#wallOffsetMs += byMs;
  }

  get pending(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#nowMs + this.#wallOffsetMs;
  }

  monotonicNow(): number {
    return this.#nowMs;
  }

  setTimeout(callback: () => void, delayMs: number): TimerHandle {
    const timer: Timer = { atMs: this.#nowMs + Math.max(0, delayMs), callback };
    this.#timers.add(timer);
    return timer;
  }

  clearTimeout(handle: TimerHandle): void {
    this.#timers.delete(handle as Timer);
  }

  async advance(durationMs: number): Promise<void> {
    const endMs = this.#nowMs + durationMs;
    await settle();
    for (;;) {
      const next = this.#earliest();
      if (!next || next.atMs > endMs) break;
      this.#timers.delete(next);
      this.#nowMs = next.atMs;
      next.callback();
      await settle();
    }
    this.#nowMs = endMs;
  }

  #earliest(): Timer | undefined {
    let earliest: Timer | undefined;
    for (const timer of this.#timers) if (!earliest || timer.atMs < earliest.atMs) earliest = timer;
    return earliest;
  }
}

/** Lets promises and immediates run until nothing of the kind is left. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 8; i++) await new Promise((resolve) => setImmediate(resolve));
}
