import type {
  RESTDeleteAPIGuildTemplateResult,
  RESTGetAPIGuildTemplatesResult,
  RESTGetAPITemplateResult,
  RESTPatchAPIGuildTemplateJSONBody,
  RESTPatchAPIGuildTemplateResult,
  RESTPostAPIGuildTemplatesJSONBody,
  RESTPostAPIGuildTemplatesResult,
  RESTPutAPIGuildTemplateSyncResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST, PUT } from '../transport/route.js';
import { Resource } from './resource.js';

/** Templates of guilds. @see https://docs.discord.com/developers/resources/guild-template */
export class TemplatesApi extends Resource {
  /**
   * A template, by its code; needs no token.
   *
   * @see https://docs.discord.com/developers/resources/guild-template#get-guild-template
   */
  get(code: string, options?: CallOptions): Promise<RESTGetAPITemplateResult> {
    return this.requester.request(GET`/guilds/templates/${code}`, { ...options, isPublic: true });
  }

  /**
   * Templates of a guild.
   *
   * @see https://docs.discord.com/developers/resources/guild-template#get-guild-templates
   */
  list(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildTemplatesResult> {
    return this.requester.request(GET`/guilds/${guildId}/templates`, options);
  }

  /**
   * Makes a template of a guild.
   *
   * @see https://docs.discord.com/developers/resources/guild-template#create-guild-template
   */
  create(
    guildId: Snowflake,
    body: RESTPostAPIGuildTemplatesJSONBody,
    options?: CallOptions,
  ): Promise<RESTPostAPIGuildTemplatesResult> {
    return this.requester.request(POST`/guilds/${guildId}/templates`, { ...options, body });
  }

  /**
   * Brings a template up to its guild's present state.
   *
   * @see https://docs.discord.com/developers/resources/guild-template#sync-guild-template
   */
  sync(guildId: Snowflake, code: string, options?: CallOptions): Promise<RESTPutAPIGuildTemplateSyncResult> {
    return this.requester.request(PUT`/guilds/${guildId}/templates/${code}`, options);
  }

  /**
   * Renames or describes a template.
   *
   * @see https://docs.discord.com/developers/resources/guild-template#modify-guild-template
   */
  edit(
    guildId: Snowflake,
    code: string,
    body: RESTPatchAPIGuildTemplateJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIGuildTemplateResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/templates/${code}`, { ...options, body });
  }

  /**
   * Deletes a template.
   *
   * @see https://docs.discord.com/developers/resources/guild-template#delete-guild-template
   */
  delete(guildId: Snowflake, code: string, options?: CallOptions): Promise<RESTDeleteAPIGuildTemplateResult> {
    return this.requester.request(DELETE`/guilds/${guildId}/templates/${code}`, options);
  }
}
