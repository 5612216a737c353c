import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from './channel-record.js';
import type { World } from './world.js';

/** Bots, and who moderates the channel, need not wait. */
const EXEMPT = P.ManageMessages | P.ManageChannels;

/** How long somebody must wait before writing again, in milliseconds. @see https://docs.discord.com/developers/resources/channel#channel-object */
export function slowmodeWaitMs(world: World, channel: ChannelRecord, userId: Snowflake): number {
  const seconds = channel.data.rate_limit_per_user ?? 0;
  if (seconds === 0 || world.permissionsIn(channel, userId) & EXEMPT) return 0;
  const own = [...channel.messages.values()].filter(({ author }) => author.id === userId);
  const last = own.at(-1);
  return last ? Math.max(0, Date.parse(last.timestamp) + seconds * 1000 - world.clock.now()) : 0;
}
