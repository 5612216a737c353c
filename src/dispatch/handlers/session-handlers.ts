import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import type { DispatchContext } from '../dispatch-context.js';

/** Session began: the bot learns who it is and which guilds to wait for. */
export function onReady(context: DispatchContext, data: GatewayReadyDispatchData): void {
  const { host, records, ready, shardId, cache } = context;
  host.identify(data.user.id, data.application.id);
  cache.pinUser(data.user);
  const guildIds = data.guilds.map(({ id }) => id);
  for (const id of guildIds) records.joinGuild(id);
  ready.expect(shardId, guildIds);
}
