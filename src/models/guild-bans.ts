import type {
  APIBan,
  RESTPostAPIGuildBulkBanJSONBody,
  RESTPostAPIGuildBulkBanResult,
} from 'discord-api-types/v10';
import { DiscordApiError } from '../errors/discord-api-error.js';
import type { LazyList } from '../rest/lazy-list.js';
import type { Snowflake } from '../types/type-tools.js';
import { Ban } from './ban.js';
import { because } from './because.js';
import type { ModelHost } from './host.js';
import type { BanOptions } from './member.js';

/** Most users that Discord bans in one request. */
const MOST_AT_ONCE = 200;
/** Code of the error by which Discord says that none of them could be banned. */
const NOBODY_BANNED = 500_000;

/** What came of banning several users. */
export interface BulkBanResult {
  /** Users who are banned now. */
  readonly bannedUserIds: readonly Snowflake[];
  /** Those who were banned before, or whom the bot may not ban. */
  readonly failedUserIds: readonly Snowflake[];
}

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
    return this.#ban(await this.#host.rest.bans.get(this.guildId, userId));
  }

  /** All bans by ascending user id, or those after one; fetched as they are read. */
  fetchAll(query: { readonly after?: Snowflake } = {}): LazyList<Ban> {
    return this.#host.rest.bans.iterate(this.guildId, query).map((ban) => this.#ban(ban));
  }

  /** Bans a user, who need not be a member. */
  add(userId: Snowflake, options: BanOptions = {}): Promise<void> {
    const body = { delete_message_seconds: options.deleteMessageSeconds ?? 0 };
    return this.#host.rest.bans.create(this.guildId, userId, body, because(options.reason));
  }

  /** Bans any number of users, 200 in a request. */
  async addMany(userIds: readonly Snowflake[], options: BanOptions = {}): Promise<BulkBanResult> {
    const results: RESTPostAPIGuildBulkBanResult[] = [];
    for (let from = 0; from < userIds.length; from += MOST_AT_ONCE) {
      const body = {
        user_ids: userIds.slice(from, from + MOST_AT_ONCE),
        delete_message_seconds: options.deleteMessageSeconds ?? 0,
      };
      results.push(await this.#addAtOnce(body, options.reason));
    }
    return {
      bannedUserIds: results.flatMap(({ banned_users: banned }) => banned),
      failedUserIds: results.flatMap(({ failed_users: failed }) => failed),
    };
  }

  /** Lifts a ban. */
  remove(userId: Snowflake, reason?: string): Promise<void> {
    return this.#host.rest.bans.remove(this.guildId, userId, because(reason));
  }

  /** One request; that nobody could be banned is an error of Discord's, and a result here. */
  async #addAtOnce(
    body: RESTPostAPIGuildBulkBanJSONBody & { readonly user_ids: readonly Snowflake[] },
    reason: string | undefined,
  ): Promise<RESTPostAPIGuildBulkBanResult> {
    try {
      return await this.#host.rest.bans.bulkCreate(this.guildId, body, because(reason));
    } catch (error) {
      if (!(error instanceof DiscordApiError) || error.discordCode !== NOBODY_BANNED) throw error;
      return { banned_users: [], failed_users: [...body.user_ids] };
    }
  }

  #ban(ban: APIBan): Ban {
    return new Ban(this.#host, { ...ban, guild_id: this.guildId });
  }
}
