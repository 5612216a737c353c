import type { Snowflake } from '../../types/type-tools.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';

/** How long packets of somebody who left may still be on their way. */
const GRACE_MS = 1_000;

/** Who is in the call, and whose packets carry which source number. */
export class Roster {
  readonly #clock: Clock;
  readonly #onGone: (userId: Snowflake) => void;
  readonly #users = new Set<Snowflake>();
  readonly #userOf = new Map<number, Snowflake>();
  readonly #leaving = new Map<Snowflake, TimerHandle>();

  constructor(clock: Clock, onGone: (userId: Snowflake) => void) {
    this.#clock = clock;
    this.#onGone = onGone;
  }

  /** Everybody else in the call. */
  get userIds(): readonly Snowflake[] {
    return [...this.#users];
  }

  get isAlone(): boolean {
    return this.#users.size === 0;
  }

  userOf(ssrc: number): Snowflake | undefined {
    return this.#userOf.get(ssrc);
  }

  add(userId: Snowflake): void {
    this.#finishLeaving(userId);
    this.#users.add(userId);
  }

  /** Learns whose source a number is; a number may pass to somebody else, and a user may come back with another. */
  identify(ssrc: number, userId: Snowflake): void {
    this.add(userId);
    for (const [other, owner] of this.#userOf)
      if (owner === userId && other !== ssrc) this.#userOf.delete(other);
    this.#userOf.set(ssrc, userId);
  }

  /** Notes that somebody left; packets on their way are still theirs for a second. */
  remove(userId: Snowflake): void {
    if (!this.#users.delete(userId)) return;
    const timer = this.#clock.setTimeout(() => this.#finishLeaving(userId), GRACE_MS);
    this.#leaving.set(userId, timer);
  }

  /** Empties the roster: the call is over for the bot. */
  clear(): void {
    const everybody = new Set([...this.#users, ...this.#leaving.keys()]);
    for (const userId of everybody) {
      this.#users.delete(userId);
      this.#leaving.set(userId, this.#leaving.get(userId));
      this.#finishLeaving(userId);
    }
  }

  #finishLeaving(userId: Snowflake): void {
    if (!this.#leaving.has(userId)) return;
    this.#clock.clearTimeout(this.#leaving.get(userId));
    this.#leaving.delete(userId);
    for (const [ssrc, owner] of this.#userOf) if (owner === userId) this.#userOf.delete(ssrc);
    this.#onGone(userId);
  }
}
