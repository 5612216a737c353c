/** What Discord does by itself at a later time: ends polls, archives threads, starts events. */
import type { Clock, TimerHandle } from '../../utils/clock.js';

/** Longest delay that every timer can keep. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** Appointments by name; a new one of the same name replaces the old. */
export class Agenda {
  readonly #clock: Clock;
  readonly #timers = new Map<string, TimerHandle>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Does something at a moment, or at once when it has passed. */
  at(name: string, atMs: number, act: () => void): void {
    this.cancel(name);
    const delayMs = Math.max(0, atMs - this.#clock.now());
    const isFar = delayMs > MAX_DELAY_MS;
    const fire = (): void => {
      this.#timers.delete(name);
      if (isFar) this.at(name, atMs, act);
      else act();
    };
    this.#timers.set(name, this.#clock.setTimeout(fire, Math.min(delayMs, MAX_DELAY_MS), { unref: true }));
  }

  cancel(name: string): void {
    this.#clock.clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  /** Forgets everything. */
  clear(): void {
    for (const name of [...this.#timers.keys()]) this.cancel(name);
  }
}
