import type { GatewayVoiceChannelEffectSendDispatchData } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import type { PartialEmoji } from './emoji.js';
import type { Guild } from './guild.js';
import type { Member } from './member.js';
import { Model } from './model.js';
import type { SoundboardSound } from './soundboard-sound.js';
import type { User } from './user.js';

/** Emoji or sound that somebody sent in a voice channel. @see https://docs.discord.com/developers/events/gateway-events#voice-channel-effect-send */
export class VoiceChannelEffect extends Model<Readonly<GatewayVoiceChannelEffectSendDispatchData>> {
  /** Guild of the voice channel. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
  }
  /** That guild as an object. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Voice channel in which it was sent. */
  get channelId(): Snowflake {
    return this.raw.channel_id;
  }
  /** That voice channel, when cached. */
  get channel(): Channel | undefined {
    return this.guild.channels.get(this.channelId);
  }
  /** User who sent it. */
  get userId(): Snowflake {
    return this.raw.user_id;
  }
  /** That user, when cached. */
  get user(): User | undefined {
    const record = this.host.records.user(this.userId);
    return record && this.host.models.user(record);
  }
  /** Member who sent it, when cached. */
  get member(): Member | undefined {
    return this.guild.members.get(this.userId);
  }
  /** Emoji that flies over the channel. */
  get emoji(): PartialEmoji | undefined {
    return this.raw.emoji ?? undefined;
  }
  /** 0 for one that costs something, 1 for a simple one. */
  get animationType(): number | undefined {
    return this.raw.animation_type ?? undefined;
  }
  /** Number of the animation. */
  get animationId(): number | undefined {
    return this.raw.animation_id;
  }
  /** Id of the sound; `undefined` for an emoji. */
  get soundId(): Snowflake | undefined {
    return this.raw.sound_id === undefined ? undefined : String(this.raw.sound_id);
  }
  /** Sound of this guild, when cached. */
  get sound(): SoundboardSound | undefined {
    return this.soundId === undefined ? undefined : this.guild.sounds.get(this.soundId);
  }
  /** Loudness of the sound from 0 to 1. */
  get soundVolume(): number | undefined {
    return this.raw.sound_volume;
  }
}
