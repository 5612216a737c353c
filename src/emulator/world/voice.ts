/** Who is in which voice channel. @see https://docs.discord.com/developers/resources/voice#voice-state-object */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { GuildRecord } from './guild-record.js';
import { GUEST_MEMBER } from './invite.js';
import { leaveGuild } from './make-guild.js';
import type { World } from './world.js';

/** Type of channels in which who comes in is in the audience. */
const STAGE = 13;

/** Moves somebody into a voice channel, or out of voice with `null`, and tells everybody. */
export function moveInVoice(
  world: World,
  guild: GuildRecord,
  userId: Snowflake,
  channelId: Snowflake | null,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const member = guild.members.get(userId);
  const before = guild.voiceStates.get(userId);
  const isEntering = channelId !== null && before?.['channel_id'] !== channelId;
  const isStage = guild.channels.get(channelId ?? '')?.data.type === STAGE;
  const state = {
    self_video: false,
    self_mute: false,
    self_deaf: false,
    suppress: false,
    request_to_speak_timestamp: null,
    mute: false,
    deaf: false,
    session_id: `voice${userId}`,
    ...before,
    ...(isEntering ? { suppress: isStage } : {}),
    ...changes,
    guild_id: guild.data.id,
    user_id: userId,
    channel_id: channelId,
    member,
  };
  if (channelId === null) guild.voiceStates.delete(userId);
  else guild.voiceStates.set(userId, state);
  world.publish({ name: 'VOICE_STATE_UPDATE', data: state, guildId: guild.data.id });
  const isGuest = member !== undefined && (member.flags & GUEST_MEMBER) !== 0;
  if (channelId === null && isGuest) leaveGuild(world, guild, member.user);
  return state;
}

/** Whether somebody may enter a channel: with the right to connect, and while there is room. */
export function mayJoinVoice(
  world: World,
  guild: GuildRecord,
  userId: Snowflake,
  channelId: Snowflake,
): boolean {
  const channel = guild.channels.get(channelId);
  if (!channel || !world.voiceGate()) return false;
  if (guild.voiceStates.get(userId)?.['channel_id'] === channelId) return true;
  const permissions = world.permissionsIn(channel, userId);
  const limit = Number(channel.data['user_limit'] ?? 0);
  const present = [...guild.voiceStates.values()].filter((state) => state['channel_id'] === channelId).length;
  const hasRoom = limit === 0 || present < limit || (permissions & P.MoveMembers) !== 0n;
  return (permissions & P.Connect) !== 0n && hasRoom;
}
