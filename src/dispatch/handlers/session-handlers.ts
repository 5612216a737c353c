import type { GatewayReadyDispatchData, GatewayUserUpdateDispatchData } from 'discord-api-types/v10';
import { globalScope } from '../../cache/global-scope.js';
import type { DispatchContext } from '../dispatch-context.js';

/** Session began: the bot learns who it is and which guilds to wait for. */
export function onReady(context: DispatchContext, data: GatewayReadyDispatchData): void {
  const { host, records, ready, shardId, cache } = context;
  host.identify(data.user.id, data.application.id);
  cache.pinUser(data.user);
  cache.copies.restart(records);
  const guildIds = data.guilds.map(({ id }) => id);
  for (const id of guildIds) records.joinGuild(id);
  ready.expect(shardId, guildIds);
}

/** Session went on where it was interrupted. */
export function onResumed(context: DispatchContext): void {
  context.emitOwn('resumed', context.shardId);
}

/** Bot's own user changed. */
export function onUserUpdate(context: DispatchContext, data: GatewayUserUpdateDispatchData): void {
  const before = context.cache.users.copy(globalScope, data.id);
  context.cache.pinUser(data);
  context.emit('userUpdate', (host) => [before && host.models.user(before), host.models.user(data)]);
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
