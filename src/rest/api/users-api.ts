import type {
  APIGroupDMChannel,
  RESTAPIPartialCurrentUserGuild,
  RESTGetAPICurrentUserApplicationRoleConnectionResult,
  RESTGetAPICurrentUserConnectionsResult,
  RESTGetAPICurrentUserGuildsQuery,
  RESTGetAPICurrentUserGuildsResult,
  RESTGetAPICurrentUserResult,
  RESTGetAPIUserResult,
  RESTGetCurrentUserGuildMemberResult,
  RESTPatchAPICurrentUserJSONBody,
  RESTPatchAPICurrentUserResult,
  RESTPostAPICurrentUserCreateDMChannelJSONBody,
  RESTPostAPICurrentUserCreateDMChannelResult,
  RESTPutAPIChannelRecipientJSONBody,
  RESTPutAPICurrentUserApplicationRoleConnectionJSONBody,
  RESTPutAPICurrentUserApplicationRoleConnectionResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { LazyList } from '../lazy-list.js';
import { listPages } from '../lazy-list.js';
import type { CallOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST, PUT } from '../transport/route.js';
import { Resource } from './resource.js';

/** Whom a group direct message is opened with. */
export interface CreateGroupDmBody {
  /** OAuth2 tokens of the users, with the scope `gdm.join`. */
  readonly access_tokens: readonly string[];
  /** Nicknames by user id. */
  readonly nicks?: Readonly<Record<Snowflake, string>>;
}

/** Users, above all the bot itself. @see https://docs.discord.com/developers/resources/user */
export class UsersApi extends Resource {
  /**
   * Any user.
   *
   * @see https://docs.discord.com/developers/resources/user#get-user
   */
  get(userId: Snowflake, options?: CallOptions): Promise<RESTGetAPIUserResult> {
    return this.requester.request(GET`/users/${userId}`, options);
  }

  /**
   * User that the token belongs to.
   *
   * @see https://docs.discord.com/developers/resources/user#get-current-user
   */
  getCurrent(options?: CallOptions): Promise<RESTGetAPICurrentUserResult> {
    return this.requester.request(GET`/users/@me`, options);
  }

  /**
   * Changes the bot's name, avatar or banner.
   *
   * @see https://docs.discord.com/developers/resources/user#modify-current-user
   */
  editCurrent(
    body: RESTPatchAPICurrentUserJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPICurrentUserResult> {
    return this.requester.request(PATCH`/users/@me`, { ...options, body });
  }

  /**
   * Opens the direct message channel with a user; the same one every time.
   *
   * @see https://docs.discord.com/developers/resources/user#create-dm
   */
  createDm(userId: Snowflake, options?: CallOptions): Promise<RESTPostAPICurrentUserCreateDMChannelResult> {
    const body: RESTPostAPICurrentUserCreateDMChannelJSONBody = { recipient_id: userId };
    return this.requester.request(POST`/users/@me/channels`, { ...options, body, isRepeatable: true });
  }

  /**
   * Opens a group direct message, by OAuth2 tokens of its members.
   *
   * @see https://docs.discord.com/developers/resources/user#create-group-dm
   */
  createGroupDm(body: CreateGroupDmBody, options?: CallOptions): Promise<APIGroupDMChannel> {
    return this.requester.request(POST`/users/@me/channels`, { ...options, body });
  }

  /**
   * Adds somebody to a group direct message, by an OAuth2 token of theirs.
   *
   * @see https://docs.discord.com/developers/resources/channel#group-dm-add-recipient
   */
  addToGroupDm(
    channelId: Snowflake,
    userId: Snowflake,
    body: RESTPutAPIChannelRecipientJSONBody,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(PUT`/channels/${channelId}/recipients/${userId}`, { ...options, body });
  }

  /**
   * Removes somebody from a group direct message.
   *
   * @see https://docs.discord.com/developers/resources/channel#group-dm-remove-recipient
   */
  removeFromGroupDm(channelId: Snowflake, userId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/channels/${channelId}/recipients/${userId}`, options);
  }

  /**
   * Page of the guilds that the bot is in, by ascending id.
   *
   * @see https://docs.discord.com/developers/resources/user#get-current-user-guilds
   */
  listGuilds(
    query?: RESTGetAPICurrentUserGuildsQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPICurrentUserGuildsResult> {
    return this.requester.request(GET`/users/@me/guilds`, { ...options, query });
  }

  /**
   * Membership of the token's user in a guild; needs a Bearer token.
   *
   * @see https://docs.discord.com/developers/resources/user#get-current-user-guild-member
   */
  getGuildMember(guildId: Snowflake, options?: CallOptions): Promise<RESTGetCurrentUserGuildMemberResult> {
    return this.requester.request(GET`/users/@me/guilds/${guildId}/member`, options);
  }

  /**
   * Leaves a guild.
   *
   * @see https://docs.discord.com/developers/resources/user#leave-guild
   */
  leaveGuild(guildId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/users/@me/guilds/${guildId}`, options);
  }

  /**
   * Accounts elsewhere that the token's user has linked; needs a Bearer token.
   *
   * @see https://docs.discord.com/developers/resources/user#get-current-user-connections
   */
  listConnections(options?: CallOptions): Promise<RESTGetAPICurrentUserConnectionsResult> {
    return this.requester.request(GET`/users/@me/connections`, options);
  }

  /**
   * Role connection of the token's user; needs a Bearer token.
   *
   * @see https://docs.discord.com/developers/resources/user#get-current-user-application-role-connection
   */
  getRoleConnection(
    applicationId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPICurrentUserApplicationRoleConnectionResult> {
    return this.requester.request(GET`/users/@me/applications/${applicationId}/role-connection`, options);
  }

  /**
   * Replaces the role connection of the token's user; needs a Bearer token.
   *
   * @see https://docs.discord.com/developers/resources/user#update-current-user-application-role-connection
   */
  updateRoleConnection(
    applicationId: Snowflake,
    body: RESTPutAPICurrentUserApplicationRoleConnectionJSONBody,
    options?: CallOptions,
  ): Promise<RESTPutAPICurrentUserApplicationRoleConnectionResult> {
    return this.requester.request(PUT`/users/@me/applications/${applicationId}/role-connection`, {
      ...options,
      body,
    });
  }

  /**
   * Deletes the role connection of the token's user; needs a Bearer token.
   *
   * @see https://docs.discord.com/developers/resources/user#delete-current-user-application-role-connection
   */
  deleteRoleConnection(applicationId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/users/@me/applications/${applicationId}/role-connection`, options);
  }

  /** All guilds that the bot is in, by ascending id, fetched as they are read. */
  iterateGuilds(
    query?: Pick<RESTGetAPICurrentUserGuildsQuery, 'after' | 'with_counts'>,
    options?: CallOptions,
  ): LazyList<RESTAPIPartialCurrentUserGuild> {
    return listPages<RESTAPIPartialCurrentUserGuild, 'after'>({
      by: 'after',
      pageSize: 200,
      fetch: (page) => this.listGuilds({ ...query, ...page }, options),
      cursorOf: (guild) => guild.id,
    });
  }
}
