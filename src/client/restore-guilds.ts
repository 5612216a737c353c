import type { Snowflake } from '../types/type-tools.js';
import type { ClientParts } from './client-parts.js';

/**
 * Fills the cache of a shard that resumed the session of an earlier process: Discord does not send its guilds again.
 *
 * Asks for one guild after the other, in the background; a guild that cannot be had is logged and left out.
 */
export async function restoreGuilds(parts: ClientParts, shardId: number, shardCount: number): Promise<void> {
  const { cache, rest, tools } = parts;
  for await (const { id } of rest.users.iterateGuilds()) {
    if (shardOf(id, shardCount) !== shardId || cache.guilds.has('', id)) continue;
    try {
      await restoreGuild(parts, shardId, id);
    } catch (error) {
      tools.logger.warn('client', `Guild ${id} could not be restored into the cache`, { error });
    }
  }
}

async function restoreGuild(parts: ClientParts, shardId: number, guildId: Snowflake): Promise<void> {
  const { dispatcher, host, rest } = parts;
  const [guild, channels, { threads }, member] = await Promise.all([
    rest.guilds.get(guildId, { with_counts: true }),
    rest.guilds.listChannels(guildId),
    rest.guilds.listActiveThreads(guildId),
    rest.members.get(guildId, host.selfId),
  ]);
  // Announced as what it is: a guild that comes back, not one that the bot has just joined.
  dispatcher.ready.markUnavailable(guildId);
  const created = {
    ...guild,
    channels,
    guild_scheduled_events: [],
    joined_at: member.joined_at,
    large: false,
    member_count: guild.approximate_member_count ?? 1,
    members: [member],
    presences: [],
    soundboard_sounds: [],
    stage_instances: [],
    threads,
    unavailable: false,
    voice_states: [],
  };
  dispatcher.dispatch('GUILD_CREATE', created, shardId);
}

/** Shard to which Discord sends the events of a guild. @see https://docs.discord.com/developers/events/gateway#sharding */
function shardOf(guildId: Snowflake, shardCount: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
