import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import type { Secret } from '../utils/secret.js';
import type { SocketFactory } from '../utils/socket-factory.js';
import type { GatewayCodec } from './codec/gateway-codec.js';
import type { GatewayDataFormat } from './codec/gateway-data-format.js';
import { gatewayCodecOf } from './codec/gateway-data-format.js';
import type { PresenceUpdate } from './commands/presence-state.js';
import type { DispatchSink } from './dispatch-sink.js';
import type { GatewayContext } from './gateway-context.js';
import type { CloseOptions, JoinOptions } from './gateway-shard.js';
import type { IdentifyQueue } from './identify/identify-queue.js';
import { MemoryIdentifyQueue } from './identify/memory-identify-queue.js';
import { SessionStartBudget } from './identify/session-start-budget.js';
import type { GatewayCompression } from './inflate/gateway-compression.js';
import { compressionPlan } from './inflate/gateway-compression.js';
import { Milestone } from './milestone.js';
import { Shard } from './shard.js';
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
  readonly clock: Clock;
  /** How what arrives is compressed. @defaultValue `'auto'`: zstd-stream where the runtime has it, else zlib-stream */
  readonly compression?: GatewayCompression | 'auto';
  /** Names who asked for a privileged intent, for the error of close code 4014. */
  readonly explainIntent?: (intentName: string) => readonly string[];
  /** Asks Discord for `GET /gateway/bot`. */
  readonly fetchGatewayInfo: () => Promise<APIGatewayBotInfo>;
  /** Format of payloads, or a codec of one's own. @defaultValue `'json'` */
  readonly format?: GatewayDataFormat | GatewayCodec;
  /** Silence, in milliseconds, after which a connection counts as dead. @defaultValue 60,000 */
  readonly heartbeatTimeoutMs?: number;
  /** Line in which shards wait to identify; share one between processes of one bot. */
  readonly identifyQueue?: IdentifyQueue;
  readonly intents: number;
  /** Members up to which a guild comes with all of them, 50 to 250. @defaultValue 250 */
  readonly largeThreshold?: number;
  readonly logger: Logger;
  readonly observer?: ShardObserver;
  /** Presence to start with. */
  readonly presence?: PresenceUpdate;
  readonly random?: () => number;
  /** @defaultValue `'auto'` */
  readonly shards?: ShardsOption;
  readonly sink: DispatchSink;
  readonly sockets: SocketFactory;
  readonly token: Secret;
}

/**
 * All shards that this process runs.
 *
 * @example
 * ```ts
 * const gateway = new ShardManager({
 *   token: new Secret(token),
 *   intents: 1 << 9,
 *   sink: dispatcher,
 *   sockets: new WsSocketFactory(),
 *   clock: new SystemClock(),
 *   logger,
 *   fetchGatewayInfo: () => rest.gateway.getBot(),
 *   observer: { onReady: (shardId) => logger.info('gateway', `shard ${shardId} is ready`) },
 * });
 * await gateway.connect();
 * await gateway.close();
 * ```
 */
export class ShardManager implements Iterable<Shard> {
  readonly #options: ShardManagerOptions;
  readonly #context: GatewayContext;
  readonly #budget: SessionStartBudget;
  readonly #queue: IdentifyQueue;
  readonly #closed = new Milestone<void>();
  #shards: ReadonlyMap<number, Shard> = new Map();
  #token: Secret;
  #gatewayUrl = '';

  constructor(options: ShardManagerOptions) {
    this.#options = options;
    this.#token = options.token;
    this.#budget = new SessionStartBudget(options.clock);
    this.#queue = options.identifyQueue ?? new MemoryIdentifyQueue(options.clock);
    this.#context = this.#createContext();
  }

  /** How many shards run here. */
  get size(): number {
    return this.#shards.size;
  }

  /** Average of the shards' latencies in milliseconds; NaN before the first acknowledgement. */
  get latencyMs(): number {
    const known = [...this].map((shard) => shard.latencyMs).filter((latencyMs) => !Number.isNaN(latencyMs));
    return known.reduce((sum, latencyMs) => sum + latencyMs, 0) / known.length;
  }

  /** Shard with the id, when it runs here. */
  get(shardId: number): Shard | undefined {
    return this.#shards.get(shardId);
  }

  [Symbol.iterator](): IterableIterator<Shard> {
    return this.#shards.values();
  }

  /** Uses another token from the next connection on. */
  setToken(token: Secret): void {
    this.#token = token;
  }

  /**
   * Connects all shards; resolves when each is ready.
   *
   * @throws {SessionStartLimitError} when too few session starts are left for today; the fatal close's error when
   *   Discord refuses a shard, after the others were closed.
   */
  async connect(): Promise<void> {
    const info = await this.#fetchInfo();
    const { count, ids } = selectShards(this.#options.shards ?? 'auto', info.shards);
    this.#budget.require(ids.length);
    this.#closed.reset();
    this.#shards = new Map(ids.map((id) => [id, new Shard(this.#context, id, count)]));
    try {
      await Promise.all([...this].map((shard) => this.#start(shard)));
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Waits until the manager is closed; rejects with the error that closed it. */
  join(options: JoinOptions = {}): Promise<void> {
    return this.#closed.promise(options.signal);
  }

  /** Closes all shards; resolves when their sockets are gone. */
  async close(options: CloseOptions = {}): Promise<void> {
    await Promise.all([...this].map((shard) => shard.close(options)));
    this.#closed.reach();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #fetchInfo(): Promise<APIGatewayBotInfo> {
    const info = await this.#options.fetchGatewayInfo();
    this.#gatewayUrl = info.url;
    this.#budget.update(info.session_start_limit);
    this.#queue.setMaxConcurrency(info.session_start_limit.max_concurrency);
    return info;
  }

  /** Starts one shard; a fatal error of one closes them all, also later. */
  #start(shard: Shard): Promise<void> {
    shard.join().catch((error: unknown) => {
      this.#closed.fail(error);
      void this.close();
    });
    return shard.start();
  }

  #createContext(): GatewayContext {
    const options = this.#options;
    const codec = gatewayCodecOf(options.format ?? 'json');
    const compression = compressionPlan(options.compression ?? 'auto', codec.encoding);
    return {
      apiVersion: options.apiVersion ?? 10,
      capabilities: options.capabilities,
      clock: options.clock,
      codec,
      compressParameter: compression.parameter,
      compressPayloads: compression.compressPayloads,
      heartbeatTimeoutMs: options.heartbeatTimeoutMs ?? 60_000,
      intents: options.intents,
      largeThreshold: options.largeThreshold ?? 250,
      logger: options.logger,
      observer: options.observer ?? {},
      presence: options.presence,
      random: options.random ?? Math.random,
      sink: options.sink,
      sockets: options.sockets,
      acquireIdentify: (shardId, signal) => this.#acquireIdentify(shardId, signal),
      createInflate: () => compression.createInflate(),
      explainIntent: options.explainIntent ?? (() => []),
      gatewayUrl: () => this.#gatewayUrl,
      onLateHeartbeat: () => {},
      token: () => this.#token,
    };
  }

  async #acquireIdentify(shardId: number, signal: AbortSignal): Promise<void> {
    await this.#queue.acquire(shardId, signal);
    this.#budget.spend();
  }
}

/** Count of all shards and ids of those that run here. */
function selectShards(option: ShardsOption, recommended: number): { count: number; ids: readonly number[] } {
  const selection = option === 'auto' ? { count: 'auto' as const } : option;
  const count = selection.count === 'auto' ? recommended : selection.count;
  return { count, ids: selection.ids ?? Array.from({ length: count }, (_, id) => id) };
}
