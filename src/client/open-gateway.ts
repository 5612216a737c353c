import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import type { ClusterWorker } from '../cluster/cluster-worker.js';
import { ShardManager } from '../gateway/shard-manager.js';
import type { ShardManagerOptions } from '../gateway/shard-manager-options.js';
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
  const { cache, dispatcher, intents, options, rest, role, tools } = parts;
  const { debugEvents, guildReadyTimeoutMs: _ofTheDispatcher, ...gateway } = options.gateway ?? {};
  cache.addIntents(intents.settle());
  warnOfDeafListeners(parts);
  const warning = intents.contentWarning();
  if (warning !== undefined) tools.logger.warn('client', warning);
  dispatcher.refreshInterest();
  return new ShardManager({
    apiVersion: rest.version,
    clock: tools.clock,
    describeHandler: () => tools.activity.running.map(describeOrigin).at(-1),
    explainIntent: (intent) => intents.reasonsFor(intent),
    fetchGatewayInfo,
    intents: intents.value,
    logger: tools.logger,
    observer: observeShards(parts, debugEvents ?? false),
    shards: role.kind === 'alone' ? role.shards : 'auto',
    sink: dispatcher,
    sockets: options.sockets ?? (await openRealSockets(options.proxy)),
    token,
    ...gateway,
    ...(role.kind === 'worker' ? partsOfWorker(role.worker) : {}),
  });
}

/** What a process of several takes from its supervisor. */
function partsOfWorker(worker: ClusterWorker): Partial<ShardManagerOptions> {
  const { identifyQueue, sessionStore, shards } = worker;
  return { identifyQueue, sessionStore, shards };
}

/** Real WebSockets, through a proxy when there is one. */
export async function openRealSockets(proxy: string | undefined): Promise<SocketFactory> {
  const { WsSocketFactory } = await import('../utils/ws-socket-factory.js');
  if (proxy === undefined) return new WsSocketFactory();
  const { TunnelAgent } = await import('../gateway/proxy/tunnel-agent.js');
  return new WsSocketFactory({ createAgent: (isSecure) => new TunnelAgent(proxy, isSecure) });
}

/** Tells, once each, of events that are listened to later and cannot come: a connection keeps its intents. */
function warnOfDeafListeners({ events, intents, tools }: ClientParts): void {
  const told = new Set<string>();
  events.onInterestChange(() => {
    for (const error of intents.deafListeners()) {
      if (told.has(error.message)) continue;
      told.add(error.message);
      tools.logger.error('client', `${error.message} The bot was connected before this listener came.`, {
        error,
      });
    }
  });
}
