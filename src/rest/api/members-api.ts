import type {
  APIGuildMember,
  GuildMemberFlags,
  RESTGetAPIGuildMemberResult,
  RESTGetAPIGuildMembersQuery,
  RESTGetAPIGuildMembersResult,
  RESTGetAPIGuildMembersSearchQuery,
  RESTGetAPIGuildMembersSearchResult,
  RESTPatchAPICurrentGuildMemberJSONBody,
  RESTPatchAPICurrentGuildMemberNicknameJSONBody,
  RESTPatchAPICurrentGuildMemberNicknameResult,
  RESTPatchAPICurrentGuildMemberResult,
  RESTPatchAPIGuildMemberJSONBody,
  RESTPatchAPIGuildMemberResult,
  RESTPutAPIGuildMemberJSONBody,
  RESTPutAPIGuildMemberResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { LazyList } from '../lazy-list.js';
import { listPages } from '../lazy-list.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PATCH, PUT } from '../transport/route.js';
import { Resource } from './resource.js';

/** Membership that somebody is added with. */
export interface AddMemberBody extends RESTPutAPIGuildMemberJSONBody {
  /** Flags as bits; only `BypassesVerification` can be set. */
  readonly flags?: GuildMemberFlags | null;
}

/** Members of guilds. @see https://docs.discord.com/developers/resources/guild */
export class MembersApi extends Resource {
  /**
   * One member.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-member
   */
  get(guildId: Snowflake, userId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildMemberResult> {
    return this.requester.request(GET`/guilds/${guildId}/members/${userId}`, options);
  }

  /**
   * Page of members, by ascending user id; needs the GuildMembers intent.
   *
   * @see https://docs.discord.com/developers/resources/guild#list-guild-members
   */
  list(
    guildId: Snowflake,
    query?: RESTGetAPIGuildMembersQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildMembersResult> {
    return this.requester.request(GET`/guilds/${guildId}/members`, { ...options, query });
  }

  /**
   * Members whose name or nickname starts with a text.
   *
   * @see https://docs.discord.com/developers/resources/guild#search-guild-members
   */
  search(
    guildId: Snowflake,
    query: RESTGetAPIGuildMembersSearchQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildMembersSearchResult> {
    return this.requester.request(GET`/guilds/${guildId}/members/search`, { ...options, query });
  }

  /**
   * Adds somebody by an OAuth2 token of theirs; `undefined` when they were a member already.
   *
   * @see https://docs.discord.com/developers/resources/guild#add-guild-member
   */
  add(
    guildId: Snowflake,
    userId: Snowflake,
    body: AddMemberBody,
    options?: CallOptions,
  ): Promise<RESTPutAPIGuildMemberResult> {
    return this.requester.request(PUT`/guilds/${guildId}/members/${userId}`, { ...options, body });
  }

  /**
   * Changes a member: nickname, roles, mute, deafness, voice channel, time-out.
   *
   * @see https://docs.discord.com/developers/resources/guild#modify-guild-member
   */
  edit(
    guildId: Snowflake,
    userId: Snowflake,
    body: RESTPatchAPIGuildMemberJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIGuildMemberResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/members/${userId}`, { ...options, body });
  }

  /**
   * Changes the bot's own membership: nickname, avatar, banner, bio.
   *
   * @see https://docs.discord.com/developers/resources/guild#modify-current-member
   */
  editCurrent(
    guildId: Snowflake,
    body: RESTPatchAPICurrentGuildMemberJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPICurrentGuildMemberResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/members/@me`, { ...options, body });
  }

  /**
   * Changes the bot's own nickname.
   *
   * @deprecated Use {@link MembersApi.editCurrent}.
   *
   * @see https://docs.discord.com/developers/resources/guild#modify-current-user-nick
   */
  editCurrentNickname(
    guildId: Snowflake,
    body: RESTPatchAPICurrentGuildMemberNicknameJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPICurrentGuildMemberNicknameResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/members/@me/nick`, { ...options, body });
  }

  /**
   * Kicks a member.
   *
   * @see https://docs.discord.com/developers/resources/guild#remove-guild-member
   */
  remove(guildId: Snowflake, userId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/guilds/${guildId}/members/${userId}`, options);
  }

  /**
   * Gives a member a role.
   *
   * @see https://docs.discord.com/developers/resources/guild#add-guild-member-role
   */
  addRole(guildId: Snowflake, userId: Snowflake, roleId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(PUT`/guilds/${guildId}/members/${userId}/roles/${roleId}`, options);
  }

  /**
   * Takes a role from a member.
   *
   * @see https://docs.discord.com/developers/resources/guild#remove-guild-member-role
   */
  removeRole(
    guildId: Snowflake,
    userId: Snowflake,
    roleId: Snowflake,
    options?: ReasonOptions,
  ): Promise<void> {
    return this.requester.request(DELETE`/guilds/${guildId}/members/${userId}/roles/${roleId}`, options);
  }

  /** All members, by ascending user id, fetched as they are read. */
  iterate(
    guildId: Snowflake,
    query?: Pick<RESTGetAPIGuildMembersQuery, 'after'>,
    options?: CallOptions,
  ): LazyList<APIGuildMember> {
    return listPages<APIGuildMember, 'after'>({
      by: 'after',
      pageSize: 1000,
      fetch: (page) => this.list(guildId, { ...query, ...page }, options),
      cursorOf: (member) => member.user.id,
    });
  }
}
