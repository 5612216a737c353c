/**
 * Ticks every 20 ms, for all players together.
 *
 * The schedule is absolute: a tick is due 20 ms after the one before was due, not after it happened, or playback would
 * drift and listeners' buffers run dry. At a tick first everything that is prepared is sent, for all players, and only
 * then the next frames are prepared, so that one player's encoding does not delay another one's sending. When the event
 * loop was blocked, up to five ticks are made up for at once; beyond that the schedule moves on, because a longer burst
 * would only be thrown away by those who receive it.
 */
import type { Clock, TimerHandle } from '../../utils/clock.js';
import { FRAME_MS } from '../opus/opus-packet.js';

/** Somebody who sends sound by the clock. */
export interface AudioClockListener {
  /** Sends what is due: 20 ms. */
  dispatch(): void;
  /** Makes the next frame ready. */
  prepare(): void;
}

const MAX_TICKS_AT_ONCE = 5;
/** Timers of Node fire in whole milliseconds, up to one too early. */
const EARLY_MS = 1;

/** One schedule for all players of a bot. */
export class AudioClock {
  readonly #clock: Clock;
  readonly #listeners = new Set<AudioClockListener>();
  #timer: TimerHandle;
  #nextMs = 0;
  #skipped = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How often the schedule moved on because the event loop was blocked for more than 100 ms. */
  get resyncs(): number {
    return this.#skipped;
  }

  /** Ticks for a listener from now on; a second call does nothing. */
  add(listener: AudioClockListener): void {
    this.#listeners.add(listener);
    if (this.#listeners.size > 1 || this.#timer !== undefined) return;
    this.#nextMs = this.#clock.monotonicNow();
    this.#arm();
  }

  /** Ticks a listener no longer. */
  delete(listener: AudioClockListener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #arm(): void {
    const delayMs = Math.max(0, this.#nextMs - this.#clock.monotonicNow());
    this.#timer = this.#clock.setTimeout(() => this.#tickWhatIsDue(), delayMs, { unref: true });
  }

  #tickWhatIsDue(): void {
    this.#timer = undefined;
    const nowMs = this.#clock.monotonicNow();
    if (nowMs - this.#nextMs > MAX_TICKS_AT_ONCE * FRAME_MS) {
      this.#skipped += 1;
      this.#nextMs = nowMs;
    }
    while (this.#nextMs <= nowMs + EARLY_MS && this.#listeners.size > 0) {
      this.#nextMs += FRAME_MS;
      for (const listener of this.#listeners) listener.dispatch();
      for (const listener of this.#listeners) listener.prepare();
    }
    if (this.#listeners.size > 0) this.#arm();
  }
}
