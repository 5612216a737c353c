import type { Snowflake } from '../types/type-tools.js';
import { Ban } from './ban.js';
import { because } from './because.js';
import type { ModelHost } from './host.js';

/**
 * Bans of one guild; Discord is asked each time. @see https://docs.discord.com/developers/resources/guild#ban-object
 */
export class GuildBans {
  /** Guild whose bans these are. */
  readonly guildId: Snowflake;
  readonly #host: ModelHost;

  constructor(host: ModelHost, guildId: Snowflake) {
    this.#host = host;
    this.guildId = guildId;
  }

  /** Ban of one user. */
  async fetch(userId: Snowflake): Promise<Ban> {
    return new Ban(this.#host, {
      ...(await this.#host.rest.bans.get(this.guildId, userId)),
      guild_id: this.guildId,
    });
  }

  /** All bans, page by page. */
  async *fetchAll(): AsyncGenerator<Ban> {
    for await (const ban of this.#host.rest.bans.iterate(this.guildId)) {
      yield new Ban(this.#host, { ...ban, guild_id: this.guildId });
    }
  }

  /** Bans a user, who need not be a member. */
  add(
    userId: Snowflake,
    options: { readonly deleteMessageSeconds?: number; readonly reason?: string } = {},
  ): Promise<void> {
    const body = { delete_message_seconds: options.deleteMessageSeconds ?? 0 };
    return this.#host.rest.bans.create(this.guildId, userId, body, because(options.reason));
  }

  /** Lifts a ban. */
  remove(userId: Snowflake, reason?: string): Promise<void> {
    return this.#host.rest.bans.remove(this.guildId, userId, because(reason));
  }
}
