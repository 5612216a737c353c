import type { Snowflake } from '../types/type-tools.js';
import type { Clock, TimerHandle } from '../utils/clock.js';

/** What a `ReadyGate` needs. */
export interface ReadyGateOptions {
  readonly clock: Clock;
  /** Milliseconds without a further guild after which a shard counts as ready. */
  readonly timeoutMs: number;
  /** How many shards of this process must be ready before the bot is. */
  readonly expectedShards: () => number;
  readonly onShardReady: (shardId: number) => void;
  /** Called once. */
  readonly onReady: () => void;
}

interface WaitingShard {
  readonly missing: Set<Snowflake>;
  /** When the last guild came. */
  lastAtMs: number;
  timer: TimerHandle;
}

/**
 * Waits for the guilds that READY announced, as they arrive one by one.
 *
 * A shard is ready when all of them are in, or when none has come for a while: some may have an outage. The bot is
 * ready when all of its shards are, once in its life; later sessions make their shard ready again.
 */
export class ReadyGate {
  readonly #options: ReadyGateOptions;
  readonly #waiting = new Map<number, WaitingShard>();
  readonly #readyShards = new Set<number>();
  /** Guilds that are not available now, whose arrival is no joining. */
  readonly #unavailable = new Set<Snowflake>();
  #isReady = false;

  constructor(options: ReadyGateOptions) {
    this.#options = options;
  }

  /** Whether the bot has been ready once. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Starts waiting for the guilds of a new session. */
  expect(shardId: number, guildIds: readonly Snowflake[]): void {
    this.#stop(shardId);
    for (const id of guildIds) this.#unavailable.add(id);
    const { clock, timeoutMs } = this.#options;
    const shard: WaitingShard = {
      missing: new Set(guildIds),
      lastAtMs: clock.monotonicNow(),
      timer: undefined,
    };
    this.#waiting.set(shardId, shard);
    if (guildIds.length === 0) this.#finish(shardId);
    else this.#wait(shardId, shard, timeoutMs);
  }

  /** Takes note of an arrived guild; whether it had been announced, so that the bot did not just join it. */
  arrive(guildId: Snowflake): boolean {
    return this.#unavailable.delete(guildId);
  }

  /** Goes on after an arrived guild has been announced to listeners. */
  settle(shardId: number, guildId: Snowflake): void {
    const shard = this.#waiting.get(shardId);
    if (!shard?.missing.delete(guildId)) return;
    if (shard.missing.size === 0) this.#finish(shardId);
    else shard.lastAtMs = this.#options.clock.monotonicNow();
  }

  /** Takes note of an outage. */
  markUnavailable(guildId: Snowflake): void {
    this.#unavailable.add(guildId);
  }

  /** Whether the guild is not there now though the bot is in it. */
  isUnavailable(guildId: Snowflake): boolean {
    return this.#unavailable.has(guildId);
  }

  /** Forgets a guild that the bot has left. */
  forget(guildId: Snowflake): void {
    this.#unavailable.delete(guildId);
  }

  /** Stops all waiting. */
  close(): void {
    for (const shardId of [...this.#waiting.keys()]) this.#stop(shardId);
  }

  /** Waits for silence; a guild that came meanwhile prolongs the wait when it is over, which is cheaper than a new timer. */
  #wait(shardId: number, shard: WaitingShard, delayMs: number): void {
    const { clock, timeoutMs } = this.#options;
    shard.timer = clock.setTimeout(() => {
      const leftMs = shard.lastAtMs + timeoutMs - clock.monotonicNow();
      if (leftMs > 0) this.#wait(shardId, shard, leftMs);
      else this.#finish(shardId);
    }, delayMs);
  }

  #stop(shardId: number): void {
    const shard = this.#waiting.get(shardId);
    if (shard?.timer !== undefined) this.#options.clock.clearTimeout(shard.timer);
    this.#waiting.delete(shardId);
  }

  #finish(shardId: number): void {
    this.#stop(shardId);
    this.#readyShards.add(shardId);
    this.#options.onShardReady(shardId);
    if (this.#isReady || this.#readyShards.size < this.#options.expectedShards()) return;
    this.#isReady = true;
    this.#options.onReady();
  }
}
