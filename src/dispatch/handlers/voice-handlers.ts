import type {
  GatewayVoiceChannelEffectSendDispatchData,
  GatewayVoiceServerUpdateDispatchData,
  GatewayVoiceStateUpdateDispatchData,
} from 'discord-api-types/v10';
import type { ChannelInfo } from '../../events/event-payloads.js';
import type { ChannelRecord, VoiceStateRecord } from '../../models/records.js';
import { VoiceChannelEffect } from '../../models/voice-channel-effect.js';
import { VoiceState } from '../../models/voice-state.js';
import { copyIfHeard } from '../copy-if-heard.js';
import type { DispatchContext } from '../dispatch-context.js';

/** User joined, left or moved in voice, or changed how it is there. */
export function onVoiceStateUpdate(
  context: DispatchContext,
  data: GatewayVoiceStateUpdateDispatchData,
): void {
  const { guild_id: guildId, user_id: userId } = data;
  if (guildId === undefined) return;
  const before = copyIfHeard(context, 'voiceStateUpdate', 'voiceState', guildId, userId);
  writeVoiceState(context, guildId, data);
  context.emit('voiceStateUpdate', (host) => [
    before && new VoiceState(host, before, 'past'),
    new VoiceState(host, data),
  ]);
}

/** Bot is told where to connect for voice. */
export function onVoiceServerUpdate(
  context: DispatchContext,
  data: GatewayVoiceServerUpdateDispatchData,
): void {
  context.emitOwn('voiceServerUpdate', data);
}

/** Somebody sent an effect in the voice channel that the bot is in. */
export function onVoiceChannelEffectSend(
  context: DispatchContext,
  data: GatewayVoiceChannelEffectSendDispatchData,
): void {
  context.emit('voiceChannelEffectSend', (host) => [new VoiceChannelEffect(host, data)]);
}

/** Status text of a voice channel changed. */
export function onVoiceChannelStatusUpdate(
  context: DispatchContext,
  data: { readonly id: string; readonly guild_id: string; readonly status?: string | null },
): void {
  const { id: channelId, guild_id: guildId, status } = data;
  const before = context.cache.channels.get(guildId, channelId)?.status ?? undefined;
  patchChannel(context, guildId, channelId, { status: status ?? null });
  context.emit('voiceChannelStatusUpdate', () => [
    { channelId, guildId, before, status: status ?? undefined },
  ]);
}

/** Call in a voice channel began or ended. */
export function onVoiceChannelStartTimeUpdate(
  context: DispatchContext,
  data: { readonly id: string; readonly guild_id: string; readonly voice_start_time?: number | null },
): void {
  const { id: channelId, guild_id: guildId, voice_start_time: seconds } = data;
  patchChannel(context, guildId, channelId, { voice_start_time: seconds ?? null });
  const startedAt = typeof seconds === 'number' ? new Date(seconds * 1000) : undefined;
  context.emit('voiceChannelStartTimeUpdate', () => [{ channelId, guildId, startedAt }]);
}

/** Status and start of the voice channels of a guild came, as they were asked for. */
export function onChannelInfo(
  context: DispatchContext,
  data: { readonly guild_id: string; readonly channels: ChannelInfo['channels'] },
): void {
  for (const { id, ...info } of data.channels) patchChannel(context, data.guild_id, id, info);
  context.emit('channelInfo', () => [{ guildId: data.guild_id, channels: data.channels }]);
}

function writeVoiceState(context: DispatchContext, guildId: string, data: VoiceStateRecord): void {
  const { cache } = context;
  const { member, user_id: userId } = data;
  const isInVoice = data.channel_id !== null;
  if (cache.keeps('voiceState')) {
    if (isInVoice) cache.voiceStates.set(guildId, userId, withoutMember(data));
    else cache.voiceStates.delete(guildId, userId);
  }
  if (member && isInVoice) cache.memberKeeper.offer(guildId, member.user, member, 'passing');
  if (!isInVoice) cache.memberKeeper.reconsider(guildId, userId);
}

/** Voice state without the member, who is kept apart; a literal, because this is made for every change. */
function withoutMember(data: VoiceStateRecord): VoiceStateRecord {
  return {
    guild_id: data.guild_id!,
    channel_id: data.channel_id,
    user_id: data.user_id,
    session_id: data.session_id,
    deaf: data.deaf,
    mute: data.mute,
    self_deaf: data.self_deaf,
    self_mute: data.self_mute,
    self_stream: data.self_stream ?? false,
    self_video: data.self_video,
    suppress: data.suppress,
    request_to_speak_timestamp: data.request_to_speak_timestamp,
  };
}

function patchChannel(
  context: DispatchContext,
  guildId: string,
  channelId: string,
  fields: Partial<ChannelRecord>,
): void {
  const { channels } = context.cache;
  const held = channels.get(guildId, channelId);
  if (held) channels.set(guildId, channelId, { ...held, ...fields });
}
