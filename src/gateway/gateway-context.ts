import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import type { Secret } from '../utils/secret.js';
import type { SocketFactory } from '../utils/socket-factory.js';
import type { GatewayCodec } from './codec/gateway-codec.js';
import type { PresenceUpdate } from './commands/presence-state.js';
import type { DispatchSink } from './dispatch-sink.js';
import type { Inflate } from './inflate/inflate.js';
import type { ShardObserver } from './shard-observer.js';

/** What all shards of one manager share; made once, from the manager's options. */
export interface GatewayContext {
  readonly apiVersion: number;
  readonly capabilities: number | undefined;
  readonly clock: Clock;
  readonly codec: GatewayCodec;
  /** Value of the url's `compress` parameter. */
  readonly compressParameter: string | undefined;
  /** Whether Identify asks for single compressed payloads. */
  readonly compressPayloads: boolean;
  readonly heartbeatTimeoutMs: number;
  readonly intents: number;
  readonly largeThreshold: number;
  readonly logger: Logger;
  readonly observer: ShardObserver;
  readonly presence: PresenceUpdate | undefined;
  readonly random: () => number;
  readonly sink: DispatchSink;
  readonly sockets: SocketFactory;
  /** Waits until the shard may identify. */
  acquireIdentify(shardId: number, signal: AbortSignal): Promise<void>;
  createInflate(): Inflate;
  /** Who asked for a privileged intent, for the message of a refusal. */
  explainIntent(intentName: string): readonly string[];
  /** Current gateway url, from Discord. */
  gatewayUrl(): string;
  /** Reports that a heartbeat came late, in milliseconds. */
  onLateHeartbeat(latenessMs: number, intervalMs: number): void;
  token(): Secret;
}
