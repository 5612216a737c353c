import type {
  RESTGetAPIApplicationEmojiResult,
  RESTGetAPIApplicationEmojisResult,
  RESTGetAPIGuildEmojiResult,
  RESTGetAPIGuildEmojisResult,
  RESTPatchAPIApplicationEmojiJSONBody,
  RESTPatchAPIApplicationEmojiResult,
  RESTPatchAPIGuildEmojiJSONBody,
  RESTPatchAPIGuildEmojiResult,
  RESTPostAPIApplicationEmojiJSONBody,
  RESTPostAPIApplicationEmojiResult,
  RESTPostAPIGuildEmojiJSONBody,
  RESTPostAPIGuildEmojiResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Emojis of guilds and of applications. @see https://docs.discord.com/developers/resources/emoji */
export class EmojisApi extends Resource {
  /**
   * Emojis of a guild.
   *
   * @see https://docs.discord.com/developers/resources/emoji#list-guild-emojis
   */
  list(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildEmojisResult> {
    return this.requester.request(GET`/guilds/${guildId}/emojis`, options);
  }

  /**
   * One emoji of a guild.
   *
   * @see https://docs.discord.com/developers/resources/emoji#get-guild-emoji
   */
  get(guildId: Snowflake, emojiId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildEmojiResult> {
    return this.requester.request(GET`/guilds/${guildId}/emojis/${emojiId}`, options);
  }

  /**
   * Creates an emoji in a guild; the image is a data URI of at most 256 KiB.
   *
   * @see https://docs.discord.com/developers/resources/emoji#create-guild-emoji
   */
  create(
    guildId: Snowflake,
    body: RESTPostAPIGuildEmojiJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIGuildEmojiResult> {
    return this.requester.request(POST`/guilds/${guildId}/emojis`, { ...options, body });
  }

  /**
   * Changes an emoji of a guild.
   *
   * @see https://docs.discord.com/developers/resources/emoji#modify-guild-emoji
   */
  edit(
    guildId: Snowflake,
    emojiId: Snowflake,
    body: RESTPatchAPIGuildEmojiJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIGuildEmojiResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/emojis/${emojiId}`, { ...options, body });
  }

  /**
   * Deletes an emoji of a guild.
   *
   * @see https://docs.discord.com/developers/resources/emoji#delete-guild-emoji
   */
  delete(guildId: Snowflake, emojiId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/guilds/${guildId}/emojis/${emojiId}`, options);
  }

  /**
   * Emojis of an application.
   *
   * @see https://docs.discord.com/developers/resources/emoji#list-application-emojis
   */
  listForApplication(
    applicationId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationEmojisResult> {
    return this.requester.request(GET`/applications/${applicationId}/emojis`, options);
  }

  /**
   * One emoji of an application.
   *
   * @see https://docs.discord.com/developers/resources/emoji#get-application-emoji
   */
  getForApplication(
    applicationId: Snowflake,
    emojiId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationEmojiResult> {
    return this.requester.request(GET`/applications/${applicationId}/emojis/${emojiId}`, options);
  }

  /**
   * Creates an emoji of an application, usable everywhere.
   *
   * @see https://docs.discord.com/developers/resources/emoji#create-application-emoji
   */
  createForApplication(
    applicationId: Snowflake,
    body: RESTPostAPIApplicationEmojiJSONBody,
    options?: CallOptions,
  ): Promise<RESTPostAPIApplicationEmojiResult> {
    return this.requester.request(POST`/applications/${applicationId}/emojis`, { ...options, body });
  }

  /**
   * Renames an emoji of an application.
   *
   * @see https://docs.discord.com/developers/resources/emoji#modify-application-emoji
   */
  editForApplication(
    applicationId: Snowflake,
    emojiId: Snowflake,
    body: RESTPatchAPIApplicationEmojiJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIApplicationEmojiResult> {
    return this.requester.request(PATCH`/applications/${applicationId}/emojis/${emojiId}`, {
      ...options,
      body,
    });
  }

  /**
   * Deletes an emoji of an application.
   *
   * @see https://docs.discord.com/developers/resources/emoji#delete-application-emoji
   */
  deleteForApplication(applicationId: Snowflake, emojiId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/applications/${applicationId}/emojis/${emojiId}`, options);
  }
}
