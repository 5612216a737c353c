import type { Snowflake } from '../../types/type-tools.js';
import type { GuildRecord } from './guild-record.js';
import type { MemberRecord } from './member-record.js';
import type { World } from './world.js';

/** Members without roles who have not been there for some days: who joined and last wrote before. @see https://docs.discord.com/developers/resources/guild#get-guild-prune-count */
export function inactiveMembers(
  world: World,
  guild: GuildRecord,
  days: number,
  roleIds: readonly Snowflake[] = [],
): MemberRecord[] {
  const sinceMs = world.clock.now() - days * 86_400_000;
  return [...guild.members.values()].filter(
    ({ user, roles, joined_at: joinedAt }) =>
      user.id !== guild.data.owner_id &&
      !user.bot &&
      roles.every((id) => roleIds.includes(id)) &&
      Date.parse(joinedAt) < sinceMs &&
      lastWordMs(guild, user.id) < sinceMs,
  );
}

function lastWordMs(guild: GuildRecord, userId: Snowflake): number {
  const times = [...guild.channels.values()].flatMap(({ messages }) =>
    [...messages.values()]
      .filter(({ author }) => author.id === userId)
      .map(({ timestamp }) => Date.parse(timestamp)),
  );
  return Math.max(0, ...times);
}
