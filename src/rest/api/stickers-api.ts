import type {
  RESTGetAPIGuildStickerResult,
  RESTGetAPIGuildStickersResult,
  RESTGetAPIStickerPackResult,
  RESTGetAPIStickerResult,
  RESTGetStickerPacksResult,
  RESTPatchAPIGuildStickerJSONBody,
  RESTPatchAPIGuildStickerResult,
  RESTPostAPIGuildStickerResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { FileUpload } from '../file-upload.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** What a new sticker is called. */
export interface CreateStickerBody {
  /** 2 to 30 characters. */
  readonly name: string;
  /** Empty, or 2 to 100 characters. */
  readonly description: string;
  /** Names for suggestions: at most 200 characters. */
  readonly tags: string;
}

/** Stickers of guilds, and Discord's own. @see https://docs.discord.com/developers/resources/sticker */
export class StickersApi extends Resource {
  /**
   * Any sticker.
   *
   * @see https://docs.discord.com/developers/resources/sticker#get-sticker
   */
  get(stickerId: Snowflake, options?: CallOptions): Promise<RESTGetAPIStickerResult> {
    return this.requester.request(GET`/stickers/${stickerId}`, options);
  }

  /**
   * Sticker packs of Discord's own; needs no token.
   *
   * @see https://docs.discord.com/developers/resources/sticker#list-sticker-packs
   */
  listPacks(options?: CallOptions): Promise<RESTGetStickerPacksResult> {
    return this.requester.request(GET`/sticker-packs`, { ...options, isPublic: true });
  }

  /**
   * One sticker pack.
   *
   * @see https://docs.discord.com/developers/resources/sticker#get-sticker-pack
   */
  getPack(packId: Snowflake, options?: CallOptions): Promise<RESTGetAPIStickerPackResult> {
    return this.requester.request(GET`/sticker-packs/${packId}`, options);
  }

  /**
   * Stickers of a guild.
   *
   * @see https://docs.discord.com/developers/resources/sticker#list-guild-stickers
   */
  list(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildStickersResult> {
    return this.requester.request(GET`/guilds/${guildId}/stickers`, options);
  }

  /**
   * One sticker of a guild.
   *
   * @see https://docs.discord.com/developers/resources/sticker#get-guild-sticker
   */
  getForGuild(
    guildId: Snowflake,
    stickerId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildStickerResult> {
    return this.requester.request(GET`/guilds/${guildId}/stickers/${stickerId}`, options);
  }

  /**
   * Creates a sticker from a PNG, APNG, GIF or Lottie file of at most 512 KiB.
   *
   * @see https://docs.discord.com/developers/resources/sticker#create-guild-sticker
   */
  create(
    guildId: Snowflake,
    body: CreateStickerBody,
    file: FileUpload,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIGuildStickerResult> {
    const { name, description, tags } = body;
    const form = { name, description, tags };
    const formFiles = [{ ...file, field: 'file' }];
    return this.requester.request(POST`/guilds/${guildId}/stickers`, { ...options, form, formFiles });
  }

  /**
   * Changes a sticker of a guild.
   *
   * @see https://docs.discord.com/developers/resources/sticker#modify-guild-sticker
   */
  edit(
    guildId: Snowflake,
    stickerId: Snowflake,
    body: RESTPatchAPIGuildStickerJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIGuildStickerResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/stickers/${stickerId}`, { ...options, body });
  }

  /**
   * Deletes a sticker of a guild.
   *
   * @see https://docs.discord.com/developers/resources/sticker#delete-guild-sticker
   */
  delete(guildId: Snowflake, stickerId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/guilds/${guildId}/stickers/${stickerId}`, options);
  }
}
