import type { Clock } from '../utils/clock.js';
import { GuardedLogger } from '../utils/guarded-logger.js';
import type { Secret } from '../utils/secret.js';
import type { SocketFactory } from '../utils/socket-factory.js';
import type { GatewayCodec } from './codec/gateway-codec.js';
import { gatewayCodecOf } from './codec/gateway-data-format.js';
import type { PresenceUpdate } from './commands/presence-state.js';
import type { DispatchSink } from './dispatch-sink.js';
import type { CompressionPlan } from './inflate/gateway-compression.js';
import { compressionPlan } from './inflate/gateway-compression.js';
import type { SessionStore } from './session/session-store.js';
import type { ShardManagerOptions } from './shard-manager-options.js';
import type { ShardObserver } from './shard-observer.js';

/** What a manager does for its shards. */
export interface ManagerServices {
  /** Waits until the shard may identify. */
  acquireIdentify(shardId: number, signal: AbortSignal): Promise<void>;
  /** Current gateway url, from Discord. */
  gatewayUrl(): string;
  /** Reports that a heartbeat came late, in milliseconds. */
  onLateHeartbeat(latenessMs: number, intervalMs: number): void;
  token(): Secret;
}

/** What all shards of one manager share; made once, from the manager's options. */
export interface GatewayContext extends ManagerServices {
  readonly apiVersion: number;
  readonly capabilities: number | undefined;
  readonly clock: Clock;
  readonly codec: GatewayCodec;
  readonly compression: CompressionPlan;
  readonly heartbeatTimeoutMs: number;
  readonly intents: number;
  readonly largeThreshold: number;
  readonly logger: GuardedLogger;
  readonly observer: ShardObserver;
  readonly presence: PresenceUpdate | undefined;
  readonly random: () => number;
  readonly sessionStore: SessionStore | undefined;
  readonly sink: DispatchSink;
  readonly sockets: SocketFactory;
  /** Who asked for a privileged intent, for the message of a refusal. */
  explainIntent(intentName: string): readonly string[];
}

/**
 * Resolves a manager's options, each default beside its use.
 *
 * @throws {InvalidOptionError} when format and compression do not go together.
 */
export function createGatewayContext(
  options: ShardManagerOptions,
  services: ManagerServices,
): GatewayContext {
  const codec = gatewayCodecOf(options.format ?? 'json');
  return {
    ...services,
    apiVersion: options.apiVersion ?? 10,
    capabilities: options.capabilities,
    clock: options.clock,
    codec,
    compression: compressionPlan(options.compression ?? 'auto', codec.encoding),
    explainIntent: options.explainIntent ?? (() => []),
    heartbeatTimeoutMs: options.heartbeatTimeoutMs ?? 60_000,
    intents: options.intents,
    largeThreshold: options.largeThreshold ?? 250,
    logger: GuardedLogger.of(options.logger),
    observer: options.observer ?? {},
    presence: options.presence,
    random: options.random ?? Math.random,
    sessionStore: options.sessionStore,
    sink: options.sink,
    sockets: options.sockets,
  };
}
