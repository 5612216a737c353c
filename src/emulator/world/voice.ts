/** Who is in which voice channel. @see https://docs.discord.com/developers/resources/voice#voice-state-object */
import type { Snowflake } from '../../types/type-tools.js';
import type { GuildRecord } from './guild-record.js';
import type { World } from './world.js';

/** Moves somebody into a voice channel, or out of voice with `null`, and tells everybody. */
export function moveInVoice(
  world: World,
  guild: GuildRecord,
  userId: Snowflake,
  channelId: Snowflake | null,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const member = guild.members.get(userId);
  const state = {
    self_video: false,
    self_mute: false,
    self_deaf: false,
    suppress: false,
    request_to_speak_timestamp: null,
    mute: false,
    deaf: false,
    session_id: `voice${userId}`,
    ...guild.voiceStates.get(userId),
    ...changes,
    guild_id: guild.data.id,
    user_id: userId,
    channel_id: channelId,
    member,
  };
  if (channelId === null) guild.voiceStates.delete(userId);
  else guild.voiceStates.set(userId, state);
  world.publish({ name: 'VOICE_STATE_UPDATE', data: state, guildId: guild.data.id });
  return state;
}
