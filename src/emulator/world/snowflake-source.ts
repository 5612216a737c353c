import type { Snowflake } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import { DISCORD_EPOCH_MS } from '../../utils/snowflake.js';

const DAY_MS = 86_400_000;
const LOW_BITS = 22n;

/**
 * Maker of ids: real snowflakes of the emulator's time, always increasing.
 *
 * The lower 22 bits count within a millisecond, so that a clock which stands still does not run out of ids.
 */
export class SnowflakeSource {
  readonly #clock: Clock;
  #lastMs = 0;
  #count = 0n;
  #nextUserMs: number;
  #nextGuildMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#nextUserMs = clock.now() - DAY_MS;
    this.#nextGuildMs = clock.now() - 2 * DAY_MS;
  }

  /** Id of this moment. */
  next(): Snowflake {
    const nowMs = Math.max(this.#lastMs, this.#clock.now());
    this.#count = nowMs === this.#lastMs ? this.#count + 1n : 0n;
    this.#lastMs = nowMs;
    return toId(nowMs, this.#count);
  }

  /** Id of a person or bot that was there before the clock began. */
  nextUser(): Snowflake {
    return toId(this.#nextUserMs++, 0n);
  }

  /**
   * Id of a guild that was there before the clock began.
   *
   * Each has a millisecond of its own, one after the other, so that guilds spread evenly over shards.
   */
  nextGuild(): Snowflake {
    return toId(this.#nextGuildMs++, 0n);
  }
}

function toId(timeMs: number, count: bigint): Snowflake {
  return String((BigInt(Math.trunc(timeMs) - DISCORD_EPOCH_MS) << LOW_BITS) | count);
}
