import type { Clock, TimerHandle } from '../utils/clock.js';

/** One piece of work that is put off until somebody runs it, or for as long as it may wait. */
export class Postponed {
  readonly #clock: Clock;
  #work: (() => void) | undefined;
  #timer: TimerHandle | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Puts work off; what was put off before is dropped. */
  set(patienceMs: number, work: () => void): void {
    this.clear();
    this.#work = work;
    this.#timer = this.#clock.setTimeout(() => this.run(), patienceMs);
  }

  run(): void {
    const work = this.#work;
    this.clear();
    work?.();
  }

  clear(): void {
    this.#work = undefined;
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
