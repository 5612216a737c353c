import type {
  GatewayVoiceServerUpdateDispatchData,
  GatewayVoiceStateUpdateDispatchData,
} from 'discord-api-types/v10';
import { GuildChannel } from '../models/guild-channel.js';
import { VoiceChannel } from '../models/voice-channel.js';
import type { Snowflake } from '../types/type-tools.js';
import type {
  StageRequest,
  VoiceChannelFacts,
  VoiceSignalListener,
  VoiceSignalling,
  VoiceStateRequest,
} from '../voice/voice-signalling.js';
import type { ClientParts } from './client-parts.js';

/** Main gateway, cache and REST of a client as voice sees them. */
export class VoiceSignals implements VoiceSignalling {
  readonly #parts: ClientParts;

  constructor(parts: ClientParts) {
    this.#parts = parts;
  }

  get userId(): Snowflake {
    return this.#parts.host.selfId;
  }

  async updateVoiceState({ guildId, channelId, selfDeaf, selfMute }: VoiceStateRequest): Promise<void> {
    const shard = this.#parts.gateway.shards?.ofGuild(guildId);
    await shard?.updateVoiceState(guildId, channelId, { selfDeaf, selfMute });
  }

  listen({ onVoiceServer, onVoiceState }: VoiceSignalListener): () => void {
    const { events, host } = this.#parts;
    const origin = { cog: 'bot.voice', method: 'join' };
    const hearState = (data: unknown): void => {
      const state = data as GatewayVoiceStateUpdateDispatchData;
      if (state.user_id !== host.selfId || state.guild_id === undefined) return;
      onVoiceState({
        guildId: state.guild_id,
        channelId: state.channel_id,
        sessionId: state.session_id,
        isSuppressed: state.suppress,
      });
    };
    const hearServer = (data: unknown): void => {
      const { endpoint, guild_id: guildId, token } = data as GatewayVoiceServerUpdateDispatchData;
      onVoiceServer({ guildId, token, endpoint });
    };
    const stops = [
      events.on('raw:VOICE_STATE_UPDATE', hearState, origin),
      events.on('raw:VOICE_SERVER_UPDATE', hearServer, origin),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  async updateStage({ guildId, channelId, suppress, requestToSpeakAt }: StageRequest): Promise<void> {
    await this.#parts.rest.voice.editCurrentState(guildId, {
      channel_id: channelId,
      ...(suppress === undefined ? {} : { suppress }),
      ...(requestToSpeakAt === undefined
        ? {}
        : { request_to_speak_timestamp: requestToSpeakAt?.toISOString() ?? null }),
    });
  }

  currentChannelId(guildId: Snowflake): Snowflake | undefined {
    const { host, records } = this.#parts;
    return records.get('voiceState', guildId, host.selfId)?.channel_id ?? undefined;
  }

  inspectChannel(guildId: Snowflake, channelId: Snowflake): VoiceChannelFacts | undefined {
    const { host, records } = this.#parts;
    const record = records.channel(channelId);
    const self = records.member(guildId, host.selfId);
    const channel = record && host.models.channel(record);
    if (!(channel instanceof GuildChannel) || !self) return undefined;
    const permissions = channel.permissionsFor(host.models.member(guildId, self));
    const states = [...records.list('voiceState', guildId)];
    return {
      missingPermissions: (['ViewChannel', 'Connect'] as const).filter((name) => !permissions.has(name)),
      mayExceedLimit: permissions.has('MoveMembers'),
      userCount: states.filter(({ channel_id }) => channel_id === channelId).length,
      ...(channel instanceof VoiceChannel ? { userLimit: channel.userLimit } : {}),
    };
  }
}
