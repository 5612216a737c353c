import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import { ShardManager } from '../gateway/shard-manager.js';
import { describeOrigin } from '../pipeline/describe-origin.js';
import type { Secret } from '../utils/secret.js';
import type { SocketFactory } from '../utils/socket-factory.js';
import type { ClientParts } from './client-parts.js';
import { observeShards } from './observe-shards.js';

/** Builds the gateway of a client for the intents that it needs now; nothing is connected yet. */
export async function openGateway(
  parts: ClientParts,
  token: Secret,
  fetchGatewayInfo: () => Promise<APIGatewayBotInfo>,
): Promise<ShardManager> {
  const { cache, dispatcher, intents, options, tools } = parts;
  const { debugEvents, guildReadyTimeoutMs: _ofTheDispatcher, ...gateway } = options.gateway ?? {};
  cache.addIntents(intents.current);
  dispatcher.refreshInterest();
  return new ShardManager({
    clock: tools.clock,
    describeHandler: () => tools.activity.running.map(describeOrigin).at(-1),
    explainIntent: (intent) => intents.reasonsFor(intent),
    fetchGatewayInfo,
    intents: intents.value,
    logger: tools.logger,
    observer: observeShards(parts, debugEvents ?? false),
    shards: options.shards ?? 'auto',
    sink: dispatcher,
    sockets: options.sockets ?? (await openRealSockets()),
    token,
    ...gateway,
  });
}

async function openRealSockets(): Promise<SocketFactory> {
  const { WsSocketFactory } = await import('../utils/ws-socket-factory.js');
  return new WsSocketFactory();
}
