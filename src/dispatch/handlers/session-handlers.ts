import type { GatewayReadyDispatchData, GatewayUserUpdateDispatchData } from 'discord-api-types/v10';
import { globalScope } from '../../cache/global-scope.js';
import type { Snowflake } from '../../types/type-tools.js';
import { shardOfGuild } from '../../utils/shard-of-guild.js';
import type { DispatchContext } from '../dispatch-context.js';
import { leaveGuild } from './guild-handlers.js';

/** Session began: the bot learns who it is and which guilds to wait for. */
export function onReady(context: DispatchContext, data: GatewayReadyDispatchData): void {
  const { host, records, ready, shardId, cache } = context;
  host.identify(data.user.id, data.application.id);
  cache.pinUser(data.user);
  cache.copies.restart(records);
  const guildIds = data.guilds.map(({ id }) => id);
  for (const id of absentGuilds(data, records.guildIds)) leaveGuild(context, id);
  for (const id of guildIds) records.joinGuild(id);
  ready.expect(shardId, guildIds);
}

/** Guilds of the shard that READY does not name: the bot left them while it was not connected. */
function absentGuilds(
  { guilds, shard }: GatewayReadyDispatchData,
  known: ReadonlySet<Snowflake>,
): Snowflake[] {
  if (!shard) return [];
  const [shardId, shardCount] = shard;
  const named = new Set(guilds.map(({ id }) => id));
  return [...known].filter((id) => !named.has(id) && shardOfGuild(id, shardCount) === shardId);
}

/** Session went on where it was interrupted. */
export function onResumed(context: DispatchContext): void {
  context.emitOwn('resumed', context.shardId);
}

/** Bot's own user changed. */
export function onUserUpdate(context: DispatchContext, data: GatewayUserUpdateDispatchData): void {
  const before = context.cache.users.copy(globalScope, data.id);
  context.cache.pinUser(data);
  context.emit('userUpdate', (host) => [before && host.past.user(before), host.models.user(data)]);
}

/** Gateway refused a request for now. */
export function onRateLimited(context: DispatchContext, data: RateLimitedData): void {
  context.emitOwn('rateLimited', {
    opcode: data.opcode,
    retryAfterSeconds: data.retry_after,
    guildId: data.meta?.guild_id,
    nonce: data.meta?.nonce,
  });
}

interface RateLimitedData {
  readonly opcode: number;
  readonly retry_after: number;
  readonly meta?: { readonly guild_id?: string; readonly nonce?: string };
}
