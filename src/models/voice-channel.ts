import type { RESTPostAPIChannelInviteJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { BaseGuildVoiceChannel } from './base-guild-voice-channel.js';
import { because } from './because.js';
import type { Invite } from './invite.js';
import type { SoundboardSound } from './soundboard-sound.js';

/**
 * Voice channel of a guild, with its chat. @see https://docs.discord.com/developers/resources/channel#channel-object
 */
export class VoiceChannel extends BaseGuildVoiceChannel {
  /** Text that moderators put on the channel, when the gateway has told. */
  get status(): string | undefined {
    return this.raw.status ?? undefined;
  }

  /** Writes the text below the name of the channel; `null` clears it. */
  async setStatus(status: string | null, reason?: string): Promise<void> {
    await this.host.rest.channels.editVoiceStatus(this.id, { status }, because(reason));
  }

  /** Plays a sound of a soundboard; the bot has to be connected here. */
  playSound(sound: SoundboardSound): Promise<void> {
    return sound.play(this.id);
  }

  /** Makes an invitation that opens an activity here, by the id of its application. */
  createActivityInvite(
    applicationId: Snowflake,
    body: RESTPostAPIChannelInviteJSONBody = {},
    reason?: string,
  ): Promise<Invite> {
    return this.createInvite({ ...body, target_type: 2, target_application_id: applicationId }, reason);
  }
}
