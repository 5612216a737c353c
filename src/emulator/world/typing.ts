import type { ChannelRecord } from './channel-record.js';
import type { World } from './world.js';

/** Tells that somebody is typing. */
export function publishTyping(world: World, channel: ChannelRecord, userId: string): void {
  const member = world.memberIn(channel, userId);
  const guildId = channel.data.guild_id;
  const data = {
    channel_id: channel.data.id,
    user_id: userId,
    timestamp: Math.trunc(world.clock.now() / 1000),
    ...(guildId === undefined ? {} : { guild_id: guildId }),
    ...(member ? { member } : {}),
  };
  world.publish({ name: 'TYPING_START', data, guildId, channelId: channel.data.id });
}
