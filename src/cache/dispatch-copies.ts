/**
 * Several bots of one process receive the same events of the guilds they share, each a copy of its own.
 *
 * The first copy is written to the cache and makes the events; what it made is kept for the other copies, so that each
 * bot gets the event when, and only when, Discord sends it to this bot: one that may not see a channel hears nothing of
 * it, one whose connection dropped gets the event with the replay of its session, and nothing is applied twice.
 *
 * Which copies belong together is found by counting: the n-th time that a bot receives an event with this content is the
 * same event as the n-th time that another does, because each connection keeps the order.
 */
import type { Snowflake } from '../types/type-tools.js';

/** Milliseconds after which a missing copy is not expected any more. */
const PATIENCE_MS = 120_000;

/** Bot that uses a cache together with others. */
export interface CacheParticipant {
  readonly guildIds: ReadonlySet<Snowflake>;
}

/** One event, of which at least one copy has come. */
export interface SharedDispatch<Emission> {
  readonly emissions: Emission[];
  readonly waiting: Set<CacheParticipant>;
}

interface Trail<Emission> {
  readonly counts: Map<CacheParticipant, number>;
  readonly dispatches: Map<number, SharedDispatch<Emission>>;
  total: number;
  lastAtMs: number;
}

/** Keeps copies of dispatches together. */
export class DispatchCopies<Emission> {
  readonly #participants = new Set<CacheParticipant>();
  readonly #trails = new Map<number, Trail<Emission>>();
  #sweptAtMs = 0;

  /** Whether more than one bot uses the cache. */
  get isShared(): boolean {
    return this.#participants.size > 1;
  }

  join(participant: CacheParticipant): void {
    this.#participants.add(participant);
  }

  leave(participant: CacheParticipant): void {
    this.restart(participant);
    this.#participants.delete(participant);
  }

  /** Bots that are in a guild. */
  membersOf(guildId: Snowflake): CacheParticipant[] {
    return [...this.#participants].filter(({ guildIds }) => guildIds.has(guildId));
  }

  /** Forgets what a bot has received: its new session begins anew, and what it missed will not come. */
  restart(participant: CacheParticipant): void {
    for (const [print, trail] of this.#trails) {
      trail.counts.delete(participant);
      for (const [count, dispatch] of trail.dispatches)
        this.#settle(print, trail, count, dispatch, participant);
    }
  }

  /**
   * Takes note of a copy. Gives the event when an earlier copy has made it, `undefined` when this is the first.
   *
   * `print` stands for the content of the event.
   */
  take(
    participant: CacheParticipant,
    guildId: Snowflake,
    print: number,
    nowMs: number,
  ): SharedDispatch<Emission> | undefined {
    this.#sweep(nowMs);
    const trail = this.#trailOf(print, nowMs);
    const count = (trail.counts.get(participant) ?? firstCount(trail, participant)) + 1;
    trail.counts.set(participant, count);
    const known = trail.dispatches.get(count);
    if (known) {
      this.#settle(print, trail, count, known, participant);
      return known;
    }
    trail.total = count;
    const waiting = new Set(this.membersOf(guildId));
    waiting.delete(participant);
    trail.dispatches.set(count, { emissions: [], waiting });
    return undefined;
  }

  /** Event that the last first copy of this print began. */
  opened(print: number): SharedDispatch<Emission> | undefined {
    const trail = this.#trails.get(print);
    return trail?.dispatches.get(trail.total);
  }

  #settle(
    print: number,
    trail: Trail<Emission>,
    count: number,
    dispatch: SharedDispatch<Emission>,
    participant: CacheParticipant,
  ): void {
    dispatch.waiting.delete(participant);
    if (dispatch.waiting.size === 0) trail.dispatches.delete(count);
    if (trail.dispatches.size === 0) this.#trails.delete(print);
  }

  #trailOf(print: number, nowMs: number): Trail<Emission> {
    const known = this.#trails.get(print);
    const trail = known ?? { counts: new Map(), dispatches: new Map(), total: 0, lastAtMs: nowMs };
    trail.lastAtMs = nowMs;
    if (!known) this.#trails.set(print, trail);
    return trail;
  }

  /** Forgets, now and then, the events of which no copy has come for long. */
  #sweep(nowMs: number): void {
    if (nowMs - this.#sweptAtMs < PATIENCE_MS) return;
    this.#sweptAtMs = nowMs;
    for (const [print, trail] of this.#trails) {
      if (nowMs - trail.lastAtMs >= PATIENCE_MS) this.#trails.delete(print);
    }
  }
}

/** How many of the events a bot without a count must have received: all before the first that waits for it. */
function firstCount<Emission>(trail: Trail<Emission>, participant: CacheParticipant): number {
  for (const [count, dispatch] of trail.dispatches) if (dispatch.waiting.has(participant)) return count - 1;
  return trail.total;
}
