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

/** Answers with chunks of members, with RATE_LIMITED, or by closing the connection. */
export function requestGuildMembers(
  world: World,
  session: GatewaySession,
  data: Record<string, unknown>,
): void {
  const request = readRequest(session, data);
  if (!request) {
    session.connection?.close(4002);
    return;
  }
  const guild = world.guilds.get(request.guildId);
  if (!guild?.members.has(session.bot.id) || !session.serves(request.guildId)) return;
  const waitMs = request.isFullList ? remainingWaitMs(world, guild, session.bot.id) : 0;
  if (waitMs > 0) {
    const meta = { guild_id: request.guildId, ...request.nonce };
    session.dispatch('RATE_LIMITED', { opcode: 8, retry_after: waitMs / 1000, meta });
    return;
  }
  const { userIds } = request;
  const found = userIds
    ? userIds.flatMap((id) => guild.members.get(id) ?? [])
    : byPrefix(guild, request.query, request.limit);
  const missing = userIds ? { not_found: userIds.filter((id) => !guild.members.has(id)) } : {};
  sendChunks(
    session,
    guild,
    found,
    { guild_id: request.guildId, ...missing, ...request.nonce },
    request.withPresences,
  );
}

interface MemberRequest {
  readonly guildId: Snowflake;
  readonly query: string;
  readonly limit: number;
  readonly userIds: readonly Snowflake[] | undefined;
  readonly withPresences: boolean;
  readonly isFullList: boolean;
  readonly nonce: { readonly nonce?: string };
}

/** Request as it was meant; `undefined` when it is malformed or lacks an intent. */
function readRequest(session: GatewaySession, data: Record<string, unknown>): MemberRequest | undefined {
  const { guild_id: guildId, query, limit, user_ids: userIds, presences, nonce } = data;
  const hasQuery = typeof query === 'string';
  if (typeof guildId !== 'string' || hasQuery === (userIds !== undefined)) return undefined;
  if (hasQuery && typeof limit !== 'number') return undefined;
  const withPresences = presences === true;
  if (withPresences && !(session.intents & GatewayIntentBits.GuildPresences)) return undefined;
  const isFullList = query === '' && limit === 0;
  if (isFullList && !(session.intents & GatewayIntentBits.GuildMembers)) return undefined;
  const isNonceKept = typeof nonce === 'string' && Buffer.byteLength(nonce) <= 32;
  return {
    guildId,
    query: hasQuery ? query : '',
    limit: typeof limit === 'number' ? limit : 0,
    userIds: hasQuery ? undefined : [userIds].flat().slice(0, 100).map(String),
    withPresences,
    isFullList,
    nonce: isNonceKept ? { nonce } : {},
  };
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
  const last = guild.lastMemberListMs;
  const nowMs = world.clock.now();
  const waitMs = (last.get(botId) ?? Number.NEGATIVE_INFINITY) + FULL_LIST_WINDOW_MS - nowMs;
  if (waitMs > 0) return waitMs;
  last.set(botId, nowMs);
  return 0;
}
