import { OGG } from './samples.js';
import type { Scene } from './scene.js';

/** Voice states, stages and sounds. */
export async function driveVoice({ call, guild, alice, bot, discord }: Scene): Promise<void> {
  const stage = await call('POST', `/guilds/${guild}/channels`, { name: 'on stage', type: 13 });
  const record = discord.world.guilds.get(guild)!;
  const seat = (userId: string): Record<string, unknown> => ({
    guild_id: guild,
    channel_id: stage['id'],
    user_id: userId,
    member: record.members.get(userId),
    session_id: `voice${userId}`,
    deaf: false,
    mute: false,
    self_deaf: false,
    self_mute: false,
    self_video: false,
    suppress: true,
    request_to_speak_timestamp: null,
  });
  for (const userId of [alice, bot]) record.voiceStates.set(userId, seat(userId));
  const states = `/guilds/${guild}/voice-states`;
  await call('GET', `${states}/@me`);
  await call('PATCH', `${states}/@me`, { channel_id: stage['id'], suppress: false });
  await call('GET', `${states}/${alice}`);
  await call('PATCH', `${states}/${alice}`, { channel_id: stage['id'], suppress: false });
  const sound = await call('POST', `/guilds/${guild}/soundboard-sounds`, { name: 'boom', sound: OGG });
  const path = `/channels/${stage['id']}/send-soundboard-sound`;
  await call('POST', path, { sound_id: sound['sound_id'] });
  await call('POST', path, { sound_id: '1' });
}
