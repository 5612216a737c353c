import { InvalidRequestLimitError } from '../../errors/invalid-request-limit-error.js';
import type { Clock } from '../../utils/clock.js';
import type { Logger } from '../../utils/logger.js';

const WINDOW_MS = 600_000;
const SLICES = 60;
const SLICE_MS = WINDOW_MS / SLICES;

/** From how many refused requests in ten minutes on something is done. */
export interface InvalidRequestLimits {
  /** Every so many refused requests a warning is logged. */
  readonly warnEvery: number;
  /** At so many nothing is sent any more until older ones are ten minutes past; Discord bans at 10,000. */
  readonly stopAt: number;
}

/**
 * Counts refused requests (401, 403, 429 unless of scope `shared`) over the last ten minutes, and stops before a ban.
 *
 * @see https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
export class InvalidRequestGuard {
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #limits: InvalidRequestLimits;
  readonly #slices = new Array<number>(SLICES).fill(0);
  #slice = 0;
  #count = 0;

  constructor(clock: Clock, logger: Logger, limits: InvalidRequestLimits) {
    this.#clock = clock;
    this.#logger = logger;
    this.#limits = limits;
  }

  /** Refused requests of the last ten minutes. */
  get count(): number {
    this.#advance();
    return this.#count;
  }

  /** Throws {@link InvalidRequestLimitError} when one more could be too many. */
  check(): void {
    if (this.#count < this.#limits.stopAt) return;
    this.#advance();
    if (this.#count < this.#limits.stopAt) return;
    throw new InvalidRequestLimitError(this.#count, this.#retryAfterMs());
  }

  /** Looks at an answer. */
  record(status: number, scope: string | undefined): void {
    if (status !== 401 && status !== 403 && status !== 429) return;
    if (status === 429 && scope === 'shared') return;
    this.#advance();
    this.#slices[this.#slice % SLICES]! += 1;
    this.#count++;
    const { warnEvery, stopAt } = this.#limits;
    if (this.#count % warnEvery !== 0 && this.#count !== stopAt) return;
    this.#logger.warn('rest', `${this.#count} requests were refused in ten minutes; Discord bans at 10,000`, {
      count: this.#count,
      stopAt,
    });
  }

  #advance(): void {
    const now = Math.floor(this.#clock.now() / SLICE_MS);
    if (now - this.#slice >= SLICES) {
      this.#slices.fill(0);
      this.#count = 0;
      this.#slice = now;
      return;
    }
    while (this.#slice < now) {
      this.#slice++;
      this.#count -= this.#slices[this.#slice % SLICES]!;
      this.#slices[this.#slice % SLICES] = 0;
    }
  }

  /** When enough of the oldest refusals are out of the window. */
  #retryAfterMs(): number {
    let left = this.#count;
    for (let past = 1; past <= SLICES; past++) {
      left -= this.#slices[(this.#slice + past) % SLICES]!;
      if (left < this.#limits.stopAt) return (this.#slice + past) * SLICE_MS - this.#clock.now();
    }
    return WINDOW_MS;
  }
}
