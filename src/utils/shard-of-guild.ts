import type { Snowflake } from '../types/type-tools.js';

/** Number of the shard to which Discord sends the events of a guild. @see https://docs.discord.com/developers/events/gateway#sharding */
export function shardOfGuild(guildId: Snowflake, shardCount: number): number {
  return shardCount === 1 ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
