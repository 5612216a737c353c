import type { Snowflake } from '../types/type-tools.js';
import type { Clock } from '../utils/clock.js';
import { sleep } from '../utils/sleep.js';

/** Discord answers one request for all members of a guild in 30 seconds. @see https://docs.discord.com/developers/events/gateway-events#request-guild-members */
const SPACING_MS = 30_000;

/** What a `MemberChunks` needs. */
export interface MemberChunksOptions {
  readonly clock: Clock;
  /** Asks the guild's shard for all members; settles when the last of them has come. */
  readonly requestAll: (guildId: Snowflake) => Promise<unknown>;
}

/** Asks for all members of guilds, never more often than Discord answers. */
export class MemberChunks {
  readonly #options: MemberChunksOptions;
  readonly #running = new Map<Snowflake, Promise<void>>();
  readonly #askedAtMs = new Map<Snowflake, number>();

  constructor(options: MemberChunksOptions) {
    this.#options = options;
  }

  /** Asks for all members of a guild; whoever asks meanwhile shares the answer. */
  chunk(guildId: Snowflake, signal?: AbortSignal): Promise<void> {
    const running = this.#running.get(guildId);
    if (running) return running;
    const asked = this.#ask(guildId, signal).finally(() => this.#running.delete(guildId));
    this.#running.set(guildId, asked);
    return asked;
  }

  /** Forgets a guild that the bot has left. */
  forget(guildId: Snowflake): void {
    this.#askedAtMs.delete(guildId);
  }

  async #ask(guildId: Snowflake, signal: AbortSignal | undefined): Promise<void> {
    const { clock, requestAll } = this.#options;
    const last = this.#askedAtMs.get(guildId);
    const waitMs = last === undefined ? 0 : last + SPACING_MS - clock.now();
    if (waitMs > 0) await sleep(clock, waitMs, signal);
    this.#askedAtMs.set(guildId, clock.now());
    await requestAll(guildId);
  }
}
