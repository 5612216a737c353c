import type { Clock } from '../../utils/clock.js';
import { Postponed } from '../postponed.js';

/** Shortest time between two requests to be added again, whatever the server sends. */
const PAUSE_MS = 1_000;

/** Asks to be taken out of the group and in again, so seldom that a server which only sends what is not valid is not flooded. */
export class PacedRecovery {
  readonly #clock: Clock;
  readonly #recover: (transitionId: number) => void;
  readonly #next: Postponed;
  #lastAtMs = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, recover: (transitionId: number) => void) {
    this.#clock = clock;
    this.#recover = recover;
    this.#next = new Postponed(clock);
  }

  /** Asks because of a transition, at once or when the last time is long enough ago. */
  request(transitionId: number): void {
    const waitMs = this.#lastAtMs + PAUSE_MS - this.#clock.monotonicNow();
    if (waitMs > 0) this.#next.set(waitMs, () => this.#ask(transitionId));
    else this.#ask(transitionId);
  }

  /** Forgets what is to be asked. */
  clear(): void {
    this.#next.clear();
  }

  #ask(transitionId: number): void {
    this.#lastAtMs = this.#clock.monotonicNow();
    this.#recover(transitionId);
  }
}
