/** Voice states and sounds played in voice channels. @see https://docs.discord.com/developers/resources/voice */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { ChannelRecord } from '../../world/channel-record.js';
import { DEFAULT_SOUNDS } from '../../world/default-expressions.js';
import type { GuildRecord } from '../../world/guild-record.js';
import { guildThings } from '../../world/guild-record.js';
import { moveInVoice } from '../../world/voice.js';
import { memberGuild, requireIn, visibleChannel } from '../access.js';
import { ApiFailure, missingAccess, unknown } from '../api-failure.js';
import type { Form } from '../form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, route } from '../rest-call.js';

type VoiceState = Record<string, unknown>;

const STAGE = 13;

export const voiceRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild/voice-states/@me', (call) =>
    toWire(stateOf(memberGuild(call), callerOf(call).id)),
  ),
  route('PATCH', '/guilds/:guild/voice-states/@me', editOwnState),
  route('GET', '/guilds/:guild/voice-states/:user', (call) =>
    toWire(stateOf(memberGuild(call), param(call, 'user'))),
  ),
  route('PATCH', '/guilds/:guild/voice-states/:user', editOthersState),
  route('POST', '/channels/:channel/send-soundboard-sound', sendSound),
];

function stateOf(guild: GuildRecord, userId: string): VoiceState {
  const state = guild.voiceStates.get(userId);
  if (!state) throw unknown('Voice State');
  return state;
}

function toWire(state: VoiceState): VoiceState {
  return { self_stream: false, ...state };
}

/** Stage channel in which the state is to change. */
function stageOf(call: RestCall, guild: GuildRecord, form: Form, state: VoiceState): ChannelRecord {
  const channelId = form.snowflake('channel_id') ?? String(state['channel_id']);
  const channel = guild.channels.get(channelId);
  if (!channel) throw unknown('Channel');
  if (channel.data.type !== STAGE)
    throw new ApiFailure(400, 50024, 'Cannot execute action on this channel type');
  if (state['channel_id'] !== channelId)
    throw new ApiFailure(400, 40032, 'Target user is not connected to voice.');
  requireIn(call, channel, P.ViewChannel);
  return channel;
}

function editOwnState(call: RestCall): undefined {
  const guild = memberGuild(call);
  const { id } = callerOf(call);
  const state = stateOf(guild, id);
  const form = bodyForm(call);
  const suppress = form.boolean('suppress');
  const hasRequest = form.has('request_to_speak_timestamp');
  const request = form.timestamp('request_to_speak_timestamp') ?? null;
  form.check();
  const channel = stageOf(call, guild, form, state);
  if (suppress === false) requireIn(call, channel, P.MuteMembers);
  if (hasRequest && request !== null) requireIn(call, channel, P.RequestToSpeak);
  moveInVoice(call.world, guild, id, channel.data.id, {
    ...(suppress === undefined ? {} : { suppress }),
    ...(hasRequest ? { request_to_speak_timestamp: request } : {}),
  });
}

function editOthersState(call: RestCall): undefined {
  const guild = memberGuild(call);
  const userId = param(call, 'user');
  const state = stateOf(guild, userId);
  const form = bodyForm(call);
  const suppress = form.boolean('suppress');
  form.check();
  const channel = stageOf(call, guild, form, state);
  requireIn(call, channel, P.MuteMembers);
  const changes = suppress === undefined ? {} : { suppress, request_to_speak_timestamp: null };
  moveInVoice(call.world, guild, userId, channel.data.id, changes);
}

function sendSound(call: RestCall): undefined {
  const channel = visibleChannel(call);
  const guild = call.world.guildOf(channel);
  if (!guild) throw missingAccess();
  const form = bodyForm(call);
  const soundId = form.snowflake('sound_id', { required: true });
  const sourceId = form.snowflake('source_guild_id') ?? guild.data.id;
  form.check();
  requireIn(call, channel, P.Speak | P.UseSoundboard);
  if (sourceId !== guild.data.id) requireIn(call, channel, P.UseExternalSounds);
  const { id } = callerOf(call);
  const state = guild.voiceStates.get(id);
  if (state?.['channel_id'] !== channel.data.id)
    throw new ApiFailure(400, 40032, 'Target user is not connected to voice.');
  if (['mute', 'deaf', 'self_mute', 'self_deaf', 'suppress'].some((key) => state[key] === true)) {
    throw new ApiFailure(
      400,
      50167,
      'Cannot send voice effect when user is server muted, deafened, or suppressed',
    );
  }
  const sound = findSound(call, sourceId, soundId!);
  const data = {
    channel_id: channel.data.id,
    guild_id: guild.data.id,
    user_id: id,
    sound_id: /^\d{1,3}$/.test(soundId!) ? Number(soundId) : soundId,
    sound_volume: sound['volume'],
    emoji: null,
  };
  call.world.publish({ name: 'VOICE_CHANNEL_EFFECT_SEND', data, guildId: guild.data.id });
}

function findSound(call: RestCall, guildId: string, id: string): Record<string, unknown> {
  const guild = call.world.guilds.get(guildId);
  const own = guild && guildThings(guild, 'soundboard-sounds').get(id);
  const sound = own ?? DEFAULT_SOUNDS.find(({ sound_id: soundId }) => soundId === id);
  if (!sound) throw unknown('Sound');
  return sound;
}
