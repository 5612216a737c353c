import { queryGuild } from '../dispatch/query-guild.js';
import type { Snowflake } from '../types/type-tools.js';
import { shardOfGuild } from '../utils/shard-of-guild.js';
import type { ClientParts } from './client-parts.js';

/**
 * Fills the cache of a shard that resumed the session of an earlier process: Discord does not send its guilds again.
 *
 * Asks for one guild after the other, in the background; a guild that cannot be had is logged and left out.
 */
export async function restoreGuilds(parts: ClientParts, shardId: number, shardCount: number): Promise<void> {
  const { cache, rest, tools } = parts;
  for await (const { id } of rest.users.iterateGuilds()) {
    if (shardOfGuild(id, shardCount) !== shardId || cache.guilds.has('', id)) continue;
    try {
      await restoreGuild(parts, shardId, id);
    } catch (error) {
      tools.logger.warn('client', `Guild ${id} could not be restored into the cache`, {
        shardId,
        guildId: id,
        error,
      });
    }
  }
}

async function restoreGuild(
  { dispatcher, host }: ClientParts,
  shardId: number,
  guildId: Snowflake,
): Promise<void> {
  const guild = await queryGuild(host, guildId);
  // Announced as what it is: a guild that comes back, not one that the bot has just joined.
  dispatcher.ready.markUnavailable(guildId);
  dispatcher.dispatch('GUILD_CREATE', guild, shardId);
}
