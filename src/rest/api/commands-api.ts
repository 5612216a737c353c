import type {
  RESTGetAPIApplicationCommandPermissionsResult,
  RESTGetAPIApplicationCommandResult,
  RESTGetAPIApplicationCommandsQuery,
  RESTGetAPIApplicationCommandsResult,
  RESTGetAPIApplicationGuildCommandResult,
  RESTGetAPIApplicationGuildCommandsQuery,
  RESTGetAPIApplicationGuildCommandsResult,
  RESTGetAPIGuildApplicationCommandsPermissionsResult,
  RESTPatchAPIApplicationCommandJSONBody,
  RESTPatchAPIApplicationCommandResult,
  RESTPatchAPIApplicationGuildCommandJSONBody,
  RESTPatchAPIApplicationGuildCommandResult,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIApplicationCommandsResult,
  RESTPostAPIApplicationGuildCommandsJSONBody,
  RESTPostAPIApplicationGuildCommandsResult,
  RESTPutAPIApplicationCommandPermissionsJSONBody,
  RESTPutAPIApplicationCommandPermissionsResult,
  RESTPutAPIApplicationCommandsResult,
  RESTPutAPIApplicationGuildCommandsResult,
  RESTPutAPIGuildApplicationCommandsPermissionsJSONBody,
  RESTPutAPIGuildApplicationCommandsPermissionsResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST, PUT } from '../transport/route.js';
import { Resource } from './resource.js';

/** One of all commands; the id keeps it the same command under another name. */
export type OverwrittenCommand<T> = T & { readonly id?: Snowflake };

/** Application commands, global ones and those of one guild. @see https://docs.discord.com/developers/interactions/application-commands */
export class CommandsApi extends Resource {
  /**
   * Global commands.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#get-global-application-commands
   */
  list(
    applicationId: Snowflake,
    query?: RESTGetAPIApplicationCommandsQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationCommandsResult> {
    return this.requester.request(GET`/applications/${applicationId}/commands`, { ...options, query });
  }

  /**
   * One global command.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#get-global-application-command
   */
  get(
    applicationId: Snowflake,
    commandId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationCommandResult> {
    return this.requester.request(GET`/applications/${applicationId}/commands/${commandId}`, options);
  }

  /**
   * Creates a global command, or overwrites the one of the same name and type.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#create-global-application-command
   */
  create(
    applicationId: Snowflake,
    body: RESTPostAPIApplicationCommandsJSONBody,
    options?: CallOptions,
  ): Promise<RESTPostAPIApplicationCommandsResult> {
    return this.requester.request(POST`/applications/${applicationId}/commands`, {
      ...options,
      body,
      isRepeatable: true,
    });
  }

  /**
   * Changes a global command; only what is given.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#edit-global-application-command
   */
  edit(
    applicationId: Snowflake,
    commandId: Snowflake,
    body: RESTPatchAPIApplicationCommandJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIApplicationCommandResult> {
    return this.requester.request(PATCH`/applications/${applicationId}/commands/${commandId}`, {
      ...options,
      body,
    });
  }

  /**
   * Deletes a global command.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#delete-global-application-command
   */
  delete(applicationId: Snowflake, commandId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/applications/${applicationId}/commands/${commandId}`, options);
  }

  /**
   * Replaces all global commands.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-global-application-commands
   */
  bulkOverwrite(
    applicationId: Snowflake,
    body: readonly OverwrittenCommand<RESTPostAPIApplicationCommandsJSONBody>[],
    options?: CallOptions,
  ): Promise<RESTPutAPIApplicationCommandsResult> {
    return this.requester.request(PUT`/applications/${applicationId}/commands`, { ...options, body });
  }

  /**
   * Commands of one guild.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#get-guild-application-commands
   */
  listForGuild(
    applicationId: Snowflake,
    guildId: Snowflake,
    query?: RESTGetAPIApplicationGuildCommandsQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationGuildCommandsResult> {
    return this.requester.request(GET`/applications/${applicationId}/guilds/${guildId}/commands`, {
      ...options,
      query,
    });
  }

  /**
   * One command of a guild.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#get-guild-application-command
   */
  getForGuild(
    applicationId: Snowflake,
    guildId: Snowflake,
    commandId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationGuildCommandResult> {
    return this.requester.request(
      GET`/applications/${applicationId}/guilds/${guildId}/commands/${commandId}`,
      options,
    );
  }

  /**
   * Creates a command in a guild, or overwrites the one of the same name and type.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#create-guild-application-command
   */
  createForGuild(
    applicationId: Snowflake,
    guildId: Snowflake,
    body: RESTPostAPIApplicationGuildCommandsJSONBody,
    options?: CallOptions,
  ): Promise<RESTPostAPIApplicationGuildCommandsResult> {
    return this.requester.request(POST`/applications/${applicationId}/guilds/${guildId}/commands`, {
      ...options,
      body,
      isRepeatable: true,
    });
  }

  /**
   * Changes a command of a guild; only what is given.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#edit-guild-application-command
   */
  editForGuild(
    applicationId: Snowflake,
    guildId: Snowflake,
    commandId: Snowflake,
    body: RESTPatchAPIApplicationGuildCommandJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIApplicationGuildCommandResult> {
    return this.requester.request(
      PATCH`/applications/${applicationId}/guilds/${guildId}/commands/${commandId}`,
      { ...options, body },
    );
  }

  /**
   * Deletes a command of a guild.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#delete-guild-application-command
   */
  deleteForGuild(
    applicationId: Snowflake,
    guildId: Snowflake,
    commandId: Snowflake,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(
      DELETE`/applications/${applicationId}/guilds/${guildId}/commands/${commandId}`,
      options,
    );
  }

  /**
   * Replaces all commands of a guild.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-guild-application-commands
   */
  bulkOverwriteForGuild(
    applicationId: Snowflake,
    guildId: Snowflake,
    body: readonly OverwrittenCommand<RESTPostAPIApplicationGuildCommandsJSONBody>[],
    options?: CallOptions,
  ): Promise<RESTPutAPIApplicationGuildCommandsResult> {
    return this.requester.request(PUT`/applications/${applicationId}/guilds/${guildId}/commands`, {
      ...options,
      body,
    });
  }

  /**
   * Permissions of all commands in a guild.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#get-guild-application-command-permissions
   */
  listPermissions(
    applicationId: Snowflake,
    guildId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildApplicationCommandsPermissionsResult> {
    return this.requester.request(
      GET`/applications/${applicationId}/guilds/${guildId}/commands/permissions`,
      options,
    );
  }

  /**
   * Permissions of one command in a guild.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#get-application-command-permissions
   */
  getPermissions(
    applicationId: Snowflake,
    guildId: Snowflake,
    commandId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationCommandPermissionsResult> {
    return this.requester.request(
      GET`/applications/${applicationId}/guilds/${guildId}/commands/${commandId}/permissions`,
      options,
    );
  }

  /**
   * Replaces the permissions of a command in a guild; needs a Bearer token of somebody who may.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#edit-application-command-permissions
   */
  editPermissions(
    applicationId: Snowflake,
    guildId: Snowflake,
    commandId: Snowflake,
    body: RESTPutAPIApplicationCommandPermissionsJSONBody,
    options?: CallOptions,
  ): Promise<RESTPutAPIApplicationCommandPermissionsResult> {
    return this.requester.request(
      PUT`/applications/${applicationId}/guilds/${guildId}/commands/${commandId}/permissions`,
      { ...options, body },
    );
  }

  /**
   * Replaces the permissions of several commands in a guild.
   *
   * @deprecated Discord has switched it off; edit the permissions of each command.
   *
   * @see https://docs.discord.com/developers/interactions/application-commands#batch-edit-application-command-permissions
   */
  overwritePermissions(
    applicationId: Snowflake,
    guildId: Snowflake,
    body: RESTPutAPIGuildApplicationCommandsPermissionsJSONBody,
    options?: CallOptions,
  ): Promise<RESTPutAPIGuildApplicationCommandsPermissionsResult> {
    return this.requester.request(
      PUT`/applications/${applicationId}/guilds/${guildId}/commands/permissions`,
      { ...options, body },
    );
  }
}
