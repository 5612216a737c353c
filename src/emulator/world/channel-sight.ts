/**
 * Which channels somebody can see, and how the gateway tells of the others: with hardly more than their place.
 *
 * @see https://docs.discord.com/developers/resources/channel#channel-object-channel-flags
 */
import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelData, ChannelRecord } from './channel-record.js';
import type { World } from './world.js';

const CHANNEL_OBFUSCATED = 1 << 17;
const HIDDEN_NAME = '___hidden___';

/** Whether a user can see a channel: a category by any channel in it, a private thread as its member or moderator. */
export function seesChannel(world: World, channel: ChannelRecord, userId: Snowflake): boolean {
  const permissions = world.permissionsIn(channel, userId);
  if (channel.data.type === ChannelType.PrivateThread) return seesPrivateThread(channel, userId, permissions);
  if (permissions & P.ViewChannel) return true;
  const guild = world.guildOf(channel);
  if (!guild) return false;
  if (guild.voiceStates.get(userId)?.['channel_id'] === channel.data.id) return true;
  if (channel.data.type !== ChannelType.GuildCategory) return false;
  return [...guild.channels.values()].some(
    (inner) => inner.data.parent_id === channel.data.id && seesChannel(world, inner, userId),
  );
}

function seesPrivateThread(thread: ChannelRecord, userId: Snowflake, permissions: bigint): boolean {
  if (!(permissions & P.ViewChannel)) return false;
  return (permissions & P.ManageThreads) !== 0n || thread.threadMembers.has(userId);
}

/** Channel as the gateway tells who cannot see it: type and place are true, all else hides what it is. */
export function obfuscated({ id, type, guild_id, position, parent_id }: ChannelData): ChannelData {
  return {
    id,
    type,
    ...(guild_id === undefined ? {} : { guild_id }),
    ...(position === undefined ? {} : { position }),
    parent_id: parent_id ?? null,
    name: HIDDEN_NAME,
    topic: null,
    nsfw: false,
    last_message_id: null,
    permission_overwrites: [{ id: guild_id ?? '0', type: 0, allow: '0', deny: String(P.ViewChannel) }],
    flags: CHANNEL_OBFUSCATED,
  };
}
