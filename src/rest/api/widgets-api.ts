import type {
  RESTGetAPIGuildWidgetImageQuery,
  RESTGetAPIGuildWidgetJSONResult,
  RESTGetAPIGuildWidgetSettingsResult,
  RESTPatchAPIGuildWidgetSettingsJSONBody,
  RESTPatchAPIGuildWidgetSettingsResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { GET, PATCH } from '../transport/route.js';
import { Resource } from './resource.js';

/** Widgets by which guilds show themselves on web pages. @see https://docs.discord.com/developers/resources/guild */
export class WidgetsApi extends Resource {
  /**
   * Whether the widget is on, and where it invites to.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-widget-settings
   */
  getSettings(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildWidgetSettingsResult> {
    return this.requester.request(GET`/guilds/${guildId}/widget`, options);
  }

  /**
   * Turns the widget on or off, and sets where it invites to.
   *
   * @see https://docs.discord.com/developers/resources/guild#modify-guild-widget
   */
  editSettings(
    guildId: Snowflake,
    body: RESTPatchAPIGuildWidgetSettingsJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIGuildWidgetSettingsResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/widget`, { ...options, body });
  }

  /**
   * Widget as data; needs no token.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-widget
   */
  get(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildWidgetJSONResult> {
    return this.requester.request(GET`/guilds/${guildId}/widget.json`, { ...options, isPublic: true });
  }

  /**
   * Widget as a PNG; needs no token.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-widget-image
   */
  getImage(
    guildId: Snowflake,
    query?: RESTGetAPIGuildWidgetImageQuery,
    options?: CallOptions,
  ): Promise<Uint8Array> {
    return this.requester.request(GET`/guilds/${guildId}/widget.png`, { ...options, query, isPublic: true });
  }
}
