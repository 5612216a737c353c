/** Op 8. @see https://docs.discord.com/developers/events/gateway-events#request-guild-members */
import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { GuildRecord } from '../world/guild-record.js';
import { guildThings } from '../world/guild-record.js';
import type { MemberRecord } from '../world/member-record.js';
import type { World } from '../world/world.js';
import type { GatewaySession } from './gateway-session.js';

const CHUNK_SIZE = 1000;
const FULL_LIST_WINDOW_MS = 30_000;
const lastFullRequestMs = new WeakMap<GuildRecord, Map<Snowflake, number>>();

/** Answers with chunks of members, with RATE_LIMITED, or by closing the connection. */
export function requestGuildMembers(
  world: World,
  session: GatewaySession,
  data: Record<string, unknown>,
): void {
  const { guild_id: guildId, query, limit, user_ids: userIds, presences, nonce } = data;
  const hasQuery = typeof query === 'string';
  if (typeof guildId !== 'string' || hasQuery === (userIds !== undefined))
    return session.connection?.close(4002);
  if (hasQuery && typeof limit !== 'number') return session.connection?.close(4002);
  if (presences === true && !(session.intents & GatewayIntentBits.GuildPresences))
    return session.connection?.close(4002);
  const guild = world.guilds.get(guildId);
  if (!guild?.members.has(session.bot.id) || !session.serves(guildId)) return;
  const isFullList = query === '' && limit === 0;
  if (isFullList && !(session.intents & GatewayIntentBits.GuildMembers))
    return session.connection?.close(4002);
  const waitMs = isFullList ? remainingWaitMs(world, guild, session.bot.id) : 0;
  if (waitMs > 0) {
    const meta = { guild_id: guildId, ...(typeof nonce === 'string' ? { nonce } : {}) };
    return session.dispatch('RATE_LIMITED', { opcode: 8, retry_after: waitMs / 1000, meta });
  }
  const wanted = hasQuery ? undefined : ([] as unknown[]).concat(userIds).slice(0, 100).map(String);
  const found = wanted
    ? wanted.flatMap((id) => guild.members.get(id) ?? [])
    : byPrefix(guild, String(query), Number(limit));
  const base = {
    guild_id: guildId,
    ...(wanted ? { not_found: wanted.filter((id) => !guild.members.has(id)) } : {}),
    ...(typeof nonce === 'string' && Buffer.byteLength(nonce) <= 32 ? { nonce } : {}),
  };
  sendChunks(session, guild, found, base, presences === true);
}

function sendChunks(
  session: GatewaySession,
  guild: GuildRecord,
  members: readonly MemberRecord[],
  base: Record<string, unknown>,
  withPresences: boolean,
): void {
  const count = Math.max(1, Math.ceil(members.length / CHUNK_SIZE));
  for (let index = 0; index < count; index++) {
    const chunk = members.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE);
    const presences = chunk.flatMap((member) => guildThings(guild, 'presences').get(member.user.id) ?? []);
    session.dispatch('GUILD_MEMBERS_CHUNK', {
      ...base,
      members: chunk,
      chunk_index: index,
      chunk_count: count,
      ...(withPresences ? { presences } : {}),
    });
  }
}

function byPrefix(guild: GuildRecord, query: string, limit: number): MemberRecord[] {
  const prefix = query.toLowerCase();
  const found = [...guild.members.values()].filter(({ user, nick }) =>
    [user.username, user.global_name, nick].some((name) => name?.toLowerCase().startsWith(prefix)),
  );
  if (limit > 0) return found.slice(0, Math.min(limit, 100));
  return prefix === '' ? found : found.slice(0, 100);
}

/** How long the bot must wait before it may ask for everybody again; 0 also counts the request. */
function remainingWaitMs(world: World, guild: GuildRecord, botId: Snowflake): number {
  const last = lastFullRequestMs.get(guild) ?? new Map<Snowflake, number>();
  lastFullRequestMs.set(guild, last);
  const nowMs = world.clock.now();
  const waitMs = (last.get(botId) ?? Number.NEGATIVE_INFINITY) + FULL_LIST_WINDOW_MS - nowMs;
  if (waitMs > 0) return waitMs;
  last.set(botId, nowMs);
  return 0;
}
