import type {
  APIBan,
  RESTGetAPIGuildBanResult,
  RESTGetAPIGuildBansQuery,
  RESTGetAPIGuildBansResult,
  RESTPostAPIGuildBulkBanJSONBody,
  RESTPostAPIGuildBulkBanResult,
  RESTPutAPIGuildBanJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { LazyList } from '../lazy-list.js';
import { listPages } from '../lazy-list.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, POST, PUT } from '../transport/route.js';
import { Resource } from './resource.js';

/** Bans of guilds. @see https://docs.discord.com/developers/resources/guild */
export class BansApi extends Resource {
  /**
   * Page of bans, by ascending user id.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-bans
   */
  list(
    guildId: Snowflake,
    query?: RESTGetAPIGuildBansQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildBansResult> {
    return this.requester.request(GET`/guilds/${guildId}/bans`, { ...options, query });
  }

  /**
   * One ban.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-ban
   */
  get(guildId: Snowflake, userId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildBanResult> {
    return this.requester.request(GET`/guilds/${guildId}/bans/${userId}`, options);
  }

  /**
   * Bans a user, and may delete what they wrote lately.
   *
   * @see https://docs.discord.com/developers/resources/guild#create-guild-ban
   */
  create(
    guildId: Snowflake,
    userId: Snowflake,
    body: RESTPutAPIGuildBanJSONBody = {},
    options?: ReasonOptions,
  ): Promise<void> {
    return this.requester.request(PUT`/guilds/${guildId}/bans/${userId}`, { ...options, body });
  }

  /**
   * Lifts a ban.
   *
   * @see https://docs.discord.com/developers/resources/guild#remove-guild-ban
   */
  remove(guildId: Snowflake, userId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/guilds/${guildId}/bans/${userId}`, { ...options, body: {} });
  }

  /**
   * Bans up to 200 users at once.
   *
   * @see https://docs.discord.com/developers/resources/guild#bulk-guild-ban
   */
  bulkCreate(
    guildId: Snowflake,
    body: RESTPostAPIGuildBulkBanJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIGuildBulkBanResult> {
    return this.requester.request(POST`/guilds/${guildId}/bulk-ban`, { ...options, body });
  }

  /** All bans, by ascending user id, or those after one; fetched as they are read. */
  iterate(
    guildId: Snowflake,
    query?: Pick<RESTGetAPIGuildBansQuery, 'after'>,
    options?: CallOptions,
  ): LazyList<APIBan> {
    return listPages<APIBan, 'after'>({
      by: 'after',
      pageSize: 1000,
      fetch: (page) => this.list(guildId, { ...query, ...page }, options),
      cursorOf: (ban) => ban.user.id,
    });
  }
}
