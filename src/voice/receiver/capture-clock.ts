/**
 * Tells when a packet was spoken, by the receiver's clock.
 *
 * A packet cannot arrive before it was sent, so the packet that was fastest tells best how the sender's timestamps lie in
 * our time: its difference is the smallest, and all others are held against it. Senders may let their timestamps stand
 * still while they are silent, or begin anew; after a pause a difference that does not fit is believed.
 */
const SAMPLES_PER_MS = 48;
/** Time without packets that counts as a pause. */
const PAUSE_MS = 200;
/** How far the first packet after a pause may be off before it is believed. */
const TOLERANCE_MS = 60;
/** A difference so large is a new beginning, with or without a pause. */
const NEW_BEGINNING_MS = 1000;

/** Time of speech of one RTP source. */
export class CaptureClock {
  #baseMs: number | undefined;
  #lastMs = 0;

  /** Learns from a packet's arrival, in any order. */
  learn(timestamp: number, receivedAtMs: number): void {
    const differenceMs = receivedAtMs - timestamp / SAMPLES_PER_MS;
    const isPause = receivedAtMs - this.#lastMs >= PAUSE_MS;
    this.#lastMs = receivedAtMs;
    const offMs = Math.abs(differenceMs - (this.#baseMs ?? Number.NEGATIVE_INFINITY));
    const isNew = offMs > (isPause ? TOLERANCE_MS : NEW_BEGINNING_MS);
    this.#baseMs = isNew ? differenceMs : Math.min(this.#baseMs ?? differenceMs, differenceMs);
  }

  capturedAt(timestamp: number): number {
    return (this.#baseMs ?? 0) + timestamp / SAMPLES_PER_MS;
  }
}
