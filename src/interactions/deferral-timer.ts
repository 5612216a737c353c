import type { Snowflake } from '../types/type-tools.js';
import type { Clock, TimerHandle } from '../utils/clock.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';

/** How long Discord waits for the first answer, counted from the press. */
export const FIRST_ANSWER_MS = 3000;

/** Deferral of one interaction that comes by itself, counted from when it was made. */
export class DeferralTimer {
  readonly #clock: Clock;
  readonly #interactionId: Snowflake;
  readonly #receivedAtMs: number;
  #timer: TimerHandle | undefined;

  constructor(clock: Clock, interactionId: Snowflake, receivedAtMs: number) {
    this.#clock = clock;
    this.#interactionId = interactionId;
    this.#receivedAtMs = receivedAtMs;
  }

  /** Defers `afterMs` after the interaction was made, unless that is planned already. */
  plan(afterMs: number, defer: () => void): void {
    if (this.#timer !== undefined) return;
    const madeAtMs = this.#receivedAtMs - travelMs(this.#interactionId, this.#receivedAtMs);
    const delayMs = Math.max(0, madeAtMs + afterMs - this.#clock.now());
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = undefined;
      defer();
    }, delayMs);
  }

  /** Stops the deferral that is planned, if one is. */
  cancel(): void {
    if (this.#timer === undefined) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Milliseconds that the interaction took to get here, where the clocks agree well enough to tell. */
function travelMs(interactionId: Snowflake, receivedAtMs: number): number {
  const passedMs = receivedAtMs - snowflakeTimeMs(interactionId);
  return passedMs > 0 && passedMs < FIRST_ANSWER_MS ? passedMs : 0;
}
