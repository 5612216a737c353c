import type {
  RESTGetAPIGuildVoiceStateCurrentMemberResult,
  RESTGetAPIGuildVoiceStateUserResult,
  RESTGetAPIVoiceRegionsResult,
  RESTPatchAPIGuildVoiceStateCurrentMemberJSONBody,
  RESTPatchAPIGuildVoiceStateUserJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions } from '../request-options.js';
import { GET, PATCH } from '../transport/route.js';
import { Resource } from './resource.js';

/** Voice regions and voice states. @see https://docs.discord.com/developers/resources/voice */
export class VoiceApi extends Resource {
  /**
   * Voice regions that anybody may choose.
   *
   * @see https://docs.discord.com/developers/resources/voice#list-voice-regions
   */
  listRegions(options?: CallOptions): Promise<RESTGetAPIVoiceRegionsResult> {
    return this.requester.request(GET`/voice/regions`, options);
  }

  /**
   * Voice state of the bot in a guild.
   *
   * @see https://docs.discord.com/developers/resources/voice#get-current-user-voice-state
   */
  getCurrentState(
    guildId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildVoiceStateCurrentMemberResult> {
    return this.requester.request(GET`/guilds/${guildId}/voice-states/@me`, options);
  }

  /**
   * Voice state of a member.
   *
   * @see https://docs.discord.com/developers/resources/voice#get-user-voice-state
   */
  getState(
    guildId: Snowflake,
    userId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildVoiceStateUserResult> {
    return this.requester.request(GET`/guilds/${guildId}/voice-states/${userId}`, options);
  }

  /**
   * Makes the bot speak on a stage, step back, or ask to speak.
   *
   * @see https://docs.discord.com/developers/resources/voice#modify-current-user-voice-state
   */
  editCurrentState(
    guildId: Snowflake,
    body: RESTPatchAPIGuildVoiceStateCurrentMemberJSONBody,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(PATCH`/guilds/${guildId}/voice-states/@me`, { ...options, body });
  }

  /**
   * Makes a member speak on a stage, or step back.
   *
   * @see https://docs.discord.com/developers/resources/voice#modify-user-voice-state
   */
  editState(
    guildId: Snowflake,
    userId: Snowflake,
    body: RESTPatchAPIGuildVoiceStateUserJSONBody,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(PATCH`/guilds/${guildId}/voice-states/${userId}`, { ...options, body });
  }
}
