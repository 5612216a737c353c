import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';

const WARN_AFTER_MS = 5_000;

/** Parts of a loop watch. */
export interface LoopWatchOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Name of the handler that runs or ran last, as `Cog.method`. */
  readonly describeHandler: () => string | undefined;
}

/**
 * Warns when something held the event loop for so long that a heartbeat came dangerously late.
 *
 * All shards notice the same block; the first of them warns.
 */
export class LoopWatch {
  readonly #options: LoopWatchOptions;
  #warnedUntil = Number.NEGATIVE_INFINITY;

  constructor(options: LoopWatchOptions) {
    this.#options = options;
  }

  /** Notes a heartbeat that came `latenessMs` after it was due, `intervalMs` being the time between two. */
  onLate(latenessMs: number, intervalMs: number): void {
    if (latenessMs < Math.min(WARN_AFTER_MS, intervalMs / 4)) return;
    const now = this.#options.clock.monotonicNow();
    if (now - latenessMs < this.#warnedUntil) return;
    this.#warnedUntil = now;
    const handler = this.#options.describeHandler();
    const culprit = handler === undefined ? 'No handler of a cog was running' : `Running was ${handler}`;
    this.#options.logger.warn(
      'gateway',
      `The event loop was blocked: a heartbeat came ${(latenessMs / 1_000).toFixed(1)} s late, and Discord disconnects ` +
        `bots that do not beat. ${culprit}. Move long computations to a worker thread, or split them.`,
      { latenessMs, handler },
    );
  }
}
