import type {
  RESTGetAPIGuildRoleMemberCountsResult,
  RESTGetAPIGuildRoleResult,
  RESTGetAPIGuildRolesResult,
  RESTPatchAPIGuildRoleJSONBody,
  RESTPatchAPIGuildRolePositionsJSONBody,
  RESTPatchAPIGuildRolePositionsResult,
  RESTPatchAPIGuildRoleResult,
  RESTPostAPIGuildRoleJSONBody,
  RESTPostAPIGuildRoleResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Roles of guilds. @see https://docs.discord.com/developers/resources/guild */
export class RolesApi extends Resource {
  /**
   * All roles.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-roles
   */
  list(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildRolesResult> {
    return this.requester.request(GET`/guilds/${guildId}/roles`, options);
  }

  /**
   * One role.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-role
   */
  get(guildId: Snowflake, roleId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildRoleResult> {
    return this.requester.request(GET`/guilds/${guildId}/roles/${roleId}`, options);
  }

  /**
   * Creates a role.
   *
   * @see https://docs.discord.com/developers/resources/guild#create-guild-role
   */
  create(
    guildId: Snowflake,
    body: RESTPostAPIGuildRoleJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIGuildRoleResult> {
    return this.requester.request(POST`/guilds/${guildId}/roles`, { ...options, body });
  }

  /**
   * Moves roles; only those given.
   *
   * @see https://docs.discord.com/developers/resources/guild#modify-guild-role-positions
   */
  editPositions(
    guildId: Snowflake,
    body: RESTPatchAPIGuildRolePositionsJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIGuildRolePositionsResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/roles`, { ...options, body });
  }

  /**
   * Changes a role; only what is given.
   *
   * @see https://docs.discord.com/developers/resources/guild#modify-guild-role
   */
  edit(
    guildId: Snowflake,
    roleId: Snowflake,
    body: RESTPatchAPIGuildRoleJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIGuildRoleResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/roles/${roleId}`, { ...options, body });
  }

  /**
   * Deletes a role.
   *
   * @see https://docs.discord.com/developers/resources/guild#delete-guild-role
   */
  delete(guildId: Snowflake, roleId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/guilds/${guildId}/roles/${roleId}`, options);
  }

  /**
   * How many members each role has, by role id, without @everyone.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-role-member-counts
   */
  getMemberCounts(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildRoleMemberCountsResult> {
    return this.requester.request(GET`/guilds/${guildId}/roles/member-counts`, options);
  }
}
