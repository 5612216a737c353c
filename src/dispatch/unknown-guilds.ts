import type { Snowflake } from '../types/type-tools.js';

/** Dispatch that waits for its guild. */
export interface HeldDispatch {
  readonly eventName: string;
  readonly data: unknown;
  readonly shardId: number;
}

/** What `UnknownGuilds` needs. */
export interface UnknownGuildsOptions {
  /** Asks Discord for a guild; gives what its GUILD_CREATE would have brought. */
  readonly query: (guildId: Snowflake) => Promise<unknown>;
  /** Takes the guild that was asked for, before what waited for it. */
  readonly onFound: (guildId: Snowflake, guild: unknown, shardId: number) => void;
  /** Takes a dispatch whose waiting is over. */
  readonly onReleased: (dispatch: HeldDispatch) => void;
  readonly onFailed: (guildId: Snowflake, error: unknown) => void;
}

/** Dispatches that guilds send to an application which is not in them, or which must not wait. */
const waitForNoGuild: ReadonlySet<string> = new Set([
  'APPLICATION_COMMAND_PERMISSIONS_UPDATE',
  'ENTITLEMENT_CREATE',
  'ENTITLEMENT_DELETE',
  'ENTITLEMENT_UPDATE',
  'GUILD_MEMBERS_CHUNK',
  'INTERACTION_CREATE',
  'VOICE_SERVER_UPDATE',
]);

/**
 * Guilds whose arrival was missed: each is asked for once, and its dispatches wait, in order, until it is there.
 *
 * When Discord does not give the guild, its dispatches go on without it, and it is not asked for again.
 */
export class UnknownGuilds {
  readonly #options: UnknownGuildsOptions;
  readonly #held = new Map<Snowflake, HeldDispatch[]>();
  readonly #hopeless = new Set<Snowflake>();
  #isClosed = false;

  constructor(options: UnknownGuildsOptions) {
    this.#options = options;
  }

  /** Keeps a dispatch of a guild that is not known until the guild is; `false` when it is not to wait. */
  hold(guildId: Snowflake, dispatch: HeldDispatch): boolean {
    if (this.#isClosed || this.#hopeless.has(guildId) || waitForNoGuild.has(dispatch.eventName)) return false;
    const held = this.#held.get(guildId);
    if (held) {
      held.push(dispatch);
      return true;
    }
    this.#held.set(guildId, [dispatch]);
    void this.#query(guildId, dispatch.shardId);
    return true;
  }

  /** Takes note that a guild came, by itself or asked for: what waited for it goes on. */
  arrive(guildId: Snowflake): void {
    this.#hopeless.delete(guildId);
    if (this.#held.size > 0) this.#release(guildId);
  }

  /** Forgets what waits for a guild that the bot has left. */
  forget(guildId: Snowflake): void {
    this.#held.delete(guildId);
  }

  /** Forgets everything; nothing waits any more. */
  close(): void {
    this.#isClosed = true;
    this.#held.clear();
  }

  async #query(guildId: Snowflake, shardId: number): Promise<void> {
    try {
      const guild = await this.#options.query(guildId);
      if (this.#held.has(guildId)) this.#options.onFound(guildId, guild, shardId);
    } catch (error) {
      if (!this.#held.has(guildId)) return;
      this.#hopeless.add(guildId);
      this.#options.onFailed(guildId, error);
      this.#release(guildId);
    }
  }

  #release(guildId: Snowflake): void {
    const held = this.#held.get(guildId) ?? [];
    this.#held.delete(guildId);
    for (const dispatch of held) this.#options.onReleased(dispatch);
  }
}
