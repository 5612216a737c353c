import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import type { Secret } from '../utils/secret.js';
import type { SocketFactory } from '../utils/socket-factory.js';
import type { GatewayCodec } from './codec/gateway-codec.js';
import type { GatewayDataFormat } from './codec/gateway-data-format.js';
import type { PresenceUpdate } from './commands/presence-state.js';
import type { DispatchSink } from './dispatch-sink.js';
import type { IdentifyQueue } from './identify/identify-queue.js';
import type { GatewayCompression } from './inflate/gateway-compression.js';
import type { SessionStore } from './session/session-store.js';
import type { ShardObserver } from './shard-observer.js';

/** How many shards there are, and which of them this process runs. */
export type ShardsOption = 'auto' | ShardSelection;

/** Explicit choice of shards. */
export interface ShardSelection {
  /** How many shards the bot has in all; `'auto'` asks Discord. */
  readonly count: number | 'auto';
  /** Ids that run here. @defaultValue all of them */
  readonly ids?: readonly number[];
}

/** Options of a `ShardManager`. */
export interface ShardManagerOptions {
  /** Version of the gateway. @defaultValue 10 */
  readonly apiVersion?: number;
  /** Capability bits of Identify. */
  readonly capabilities?: number;
  /** Source of time. */
  readonly clock: Clock;
  /** How what arrives is compressed. @defaultValue `'auto'`: zstd-stream where the runtime has it, else zlib-stream */
  readonly compression?: GatewayCompression | 'auto';
  /** Names the handler that runs or ran last, for the warning about a blocked event loop. */
  readonly describeHandler?: () => string | undefined;
  /** Names who asked for a privileged intent, for the error of close code 4014. */
  readonly explainIntent?: (intentName: string) => readonly string[];
  /** Asks Discord for `GET /gateway/bot`. */
  readonly fetchGatewayInfo: () => Promise<APIGatewayBotInfo>;
  /** Format of payloads, or a codec of one's own. @defaultValue `'json'` */
  readonly format?: GatewayDataFormat | GatewayCodec;
  /** Silence, in milliseconds, after which a connection counts as dead, at most half of it later. @defaultValue 60,000 */
  readonly heartbeatTimeoutMs?: number;
  /** Line in which shards wait to identify; share one between the processes of one bot. */
  readonly identifyQueue?: IdentifyQueue;
  /** Events to ask for, as bits. */
  readonly intents: number;
  /** Members up to which a guild comes with all of them, 50 to 250. @defaultValue 250 */
  readonly largeThreshold?: number;
  /** Where it tells of connections that come and go. */
  readonly logger: Logger;
  /** Hears how the shards are. */
  readonly observer?: ShardObserver;
  /** Presence to start with. */
  readonly presence?: PresenceUpdate;
  /** Source of jitter, in [0, 1). @defaultValue `Math.random` */
  readonly random?: () => number;
  /** Where sessions outlive the process; without one they do not. */
  readonly sessionStore?: SessionStore;
  /** How many shards there are, and which run here. @defaultValue `'auto'` */
  readonly shards?: ShardsOption;
  /** Where dispatches go. */
  readonly sink: DispatchSink;
  /** Way out to WebSocket servers. */
  readonly sockets: SocketFactory;
  /** Token to identify with. */
  readonly token: Secret;
}

/**
 * Count of all shards and ids of those that run here; `recommended` is Discord's count.
 *
 * @throws {InvalidOptionError} when the count or an id is impossible.
 */
export function selectShards(
  option: ShardsOption,
  recommended: number,
): { count: number; ids: readonly number[] } {
  if (option !== 'auto' && (typeof option !== 'object' || option === null)) {
    throw new InvalidOptionError(
      `\`shards\` is ${String(option)}; give 'auto' or how many there are: { count: 4 }.`,
      'shards',
    );
  }
  const selection: ShardSelection = option === 'auto' ? { count: 'auto' } : option;
  const count = selection.count === 'auto' ? recommended : selection.count;
  if (!Number.isInteger(count) || count < 1) {
    throw new InvalidOptionError(
      `\`shards.count\` is ${count}; it must be a whole number from 1.`,
      'shards.count',
    );
  }
  const ids = selection.ids ?? Array.from({ length: count }, (_, id) => id);
  const wrong = ids.find((id) => !Number.isInteger(id) || id < 0 || id >= count);
  if (wrong !== undefined) {
    throw new InvalidOptionError(
      `\`shards.ids\` has ${wrong}; with ${count} shards, ids run from 0 to ${count - 1}.`,
      'shards.ids',
    );
  }
  return { count, ids: [...new Set(ids)] };
}
