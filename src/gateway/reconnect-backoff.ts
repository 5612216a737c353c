const BASE_MS = 1_000;
const CAP_MS = 60_000;
/** Connection that was ready for this long counts as healthy: the next failure starts from the beginning. */
const HEALTHY_AFTER_MS = 30_000;

/**
 * Pause before the next connection attempt: none after a healthy connection, then 1, 2, 4 … 60 s, each spread by half.
 *
 * A connection that dies soon after it became ready does not reset the count, or a server that accepts and closes
 * would be hammered.
 */
export class ReconnectBackoff {
  readonly #random: () => number;
  #failures = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Milliseconds to wait after a connection that was ready for `readyForMs` (0 when it never was). */
  nextDelayMs(readyForMs: number): number {
    if (readyForMs >= HEALTHY_AFTER_MS) this.#failures = 0;
    const failures = this.#failures++;
    if (failures === 0 && readyForMs > 0) return 0;
    const step = readyForMs > 0 ? failures - 1 : failures;
    const fullMs = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(Math.max(0, step), 16));
    return fullMs * (0.5 + this.#random() / 2);
  }

  reset(): void {
    this.#failures = 0;
  }
}
