import type { GatewayVoiceStateUpdateData } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';

/** Options of a voice state; what is left out stays as it was in that guild. */
export interface VoiceStateOptions {
  /** Whether the bot hears nothing, and shows that. */
  readonly selfDeaf?: boolean;
  /** Whether the bot says nothing, and shows that. */
  readonly selfMute?: boolean;
}

/** Remembers per guild how the bot is muted and deafened, because Discord wants both with every change. */
export class VoiceStates {
  readonly #byGuild = new Map<Snowflake, Required<VoiceStateOptions>>();

  /** Body of op 4; a `null` channel leaves, and forgets. */
  update(
    guildId: Snowflake,
    channelId: Snowflake | null,
    { selfDeaf, selfMute }: VoiceStateOptions,
  ): GatewayVoiceStateUpdateData {
    const before = this.#byGuild.get(guildId);
    const next = {
      selfDeaf: selfDeaf ?? before?.selfDeaf ?? false,
      selfMute: selfMute ?? before?.selfMute ?? false,
    };
    if (channelId === null) this.#byGuild.delete(guildId);
    else this.#byGuild.set(guildId, next);
    return {
      guild_id: guildId,
      channel_id: channelId,
      self_mute: next.selfMute,
      self_deaf: next.selfDeaf,
    };
  }
}
