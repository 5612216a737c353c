import type { Clock } from '../../utils/clock.js';

/** A connection that was ready for so long begins to count anew. */
const STABLE_MS = 60_000;
const FIRST_DELAY_MS = 1_000;

/** Counts the sessions that were asked for in a row, so that nothing is tried for ever. */
export class Attempts {
  readonly #clock: Clock;
  #readyAtMs: number | undefined;
  #made = 0;
  #wasReady = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether the connection has been ready at least once. */
  get wasReady(): boolean {
    return this.#wasReady;
  }

  onReady(): void {
    this.#wasReady = true;
    this.#readyAtMs ??= this.#clock.monotonicNow();
  }

  /** Milliseconds to wait before the next attempt; `undefined` when `most` were made. */
  next(most: number): number | undefined {
    if (this.#readyAtMs !== undefined && this.#clock.monotonicNow() - this.#readyAtMs >= STABLE_MS)
      this.#made = 0;
    this.#readyAtMs = undefined;
    return this.#made < most ? FIRST_DELAY_MS * 2 ** this.#made++ : undefined;
  }
}
