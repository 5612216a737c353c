import type {
  RESTGetAPIGuildSoundboardSoundResult,
  RESTGetAPIGuildSoundboardSoundsResult,
  RESTGetAPISoundboardDefaultSoundsResult,
  RESTPatchAPIGuildSoundboardSoundJSONBody,
  RESTPatchAPIGuildSoundboardSoundResult,
  RESTPostAPIGuildSoundboardSoundJSONBody,
  RESTPostAPIGuildSoundboardSoundResult,
  RESTPostAPISoundboardSendSoundJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Soundboard sounds of guilds, and Discord's own. @see https://docs.discord.com/developers/resources/soundboard */
export class SoundboardApi extends Resource {
  /**
   * Plays a sound in the voice channel that the bot is in.
   *
   * @see https://docs.discord.com/developers/resources/soundboard#send-soundboard-sound
   */
  send(
    channelId: Snowflake,
    body: RESTPostAPISoundboardSendSoundJSONBody,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(POST`/channels/${channelId}/send-soundboard-sound`, { ...options, body });
  }

  /**
   * Sounds that everybody has.
   *
   * @see https://docs.discord.com/developers/resources/soundboard#list-default-soundboard-sounds
   */
  listDefaults(options?: CallOptions): Promise<RESTGetAPISoundboardDefaultSoundsResult> {
    return this.requester.request(GET`/soundboard-default-sounds`, options);
  }

  /**
   * Sounds of a guild.
   *
   * @see https://docs.discord.com/developers/resources/soundboard#list-guild-soundboard-sounds
   */
  list(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildSoundboardSoundsResult> {
    return this.requester.request(GET`/guilds/${guildId}/soundboard-sounds`, options);
  }

  /**
   * One sound of a guild.
   *
   * @see https://docs.discord.com/developers/resources/soundboard#get-guild-soundboard-sound
   */
  get(
    guildId: Snowflake,
    soundId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildSoundboardSoundResult> {
    return this.requester.request(GET`/guilds/${guildId}/soundboard-sounds/${soundId}`, options);
  }

  /**
   * Creates a sound; it is a data URI of MP3 or Ogg.
   *
   * @see https://docs.discord.com/developers/resources/soundboard#create-guild-soundboard-sound
   */
  create(
    guildId: Snowflake,
    body: RESTPostAPIGuildSoundboardSoundJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIGuildSoundboardSoundResult> {
    return this.requester.request(POST`/guilds/${guildId}/soundboard-sounds`, { ...options, body });
  }

  /**
   * Changes a sound.
   *
   * @see https://docs.discord.com/developers/resources/soundboard#modify-guild-soundboard-sound
   */
  edit(
    guildId: Snowflake,
    soundId: Snowflake,
    body: RESTPatchAPIGuildSoundboardSoundJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIGuildSoundboardSoundResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/soundboard-sounds/${soundId}`, {
      ...options,
      body,
    });
  }

  /**
   * Deletes a sound.
   *
   * @see https://docs.discord.com/developers/resources/soundboard#delete-guild-soundboard-sound
   */
  delete(guildId: Snowflake, soundId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/guilds/${guildId}/soundboard-sounds/${soundId}`, options);
  }
}
