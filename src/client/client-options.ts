import type { CacheOptions } from '../cache/cache-options.js';
import { SharedCache } from '../cache/shared-cache.js';
import type { IntentsLike } from '../events/intents.js';
import type { ShardManagerOptions } from '../gateway/shard-manager-options.js';
import type { AllowedMentions } from '../models/allowed-mentions.js';
import type { RestOptions } from '../rest/rest-options.js';
import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import type { SocketFactory } from '../utils/socket-factory.js';
import type { UdpSocketFactory } from '../utils/udp-socket.js';
import type { DaveEngine } from '../voice/dave/dave-engine.js';
import type { OpusCodec } from '../voice/opus/opus-codec.js';
import type { JitterOptions } from '../voice/receiver/jitter-buffer.js';
import type { KeysOf } from './known-keys.js';
import { checkKnownKeys } from './known-keys.js';
import type { LogLevels } from './log-levels.js';
import type { SpreadOption } from './spread-option.js';

/** Options of the gateway that a user may set; the rest is the client's own business. */
export interface GatewayOptions
  extends Pick<
    ShardManagerOptions,
    | 'apiVersion'
    | 'capabilities'
    | 'compression'
    | 'format'
    | 'heartbeatTimeoutMs'
    | 'identifyQueue'
    | 'largeThreshold'
    | 'presence'
    | 'sessionStore'
  > {
  /** Emits `socketReceive` and `socketSend` for every payload. @defaultValue false */
  readonly debugEvents?: boolean;
  /** Milliseconds without a further guild after which a shard counts as ready. @defaultValue 2,000 */
  readonly guildReadyTimeoutMs?: number;
}

/** Options of a `Client`, grouped by the room that reads them. */
export interface ClientOptions {
  /** Mentions that may notify when a message does not say. @defaultValue users only */
  readonly allowedMentions?: AllowedMentions;
  /** What is kept in memory, or the cache that several bots share. */
  readonly cache?: CacheOptions | SharedCache;
  /** Source of time. @defaultValue the system's */
  readonly clock?: Clock;
  /** Options of the connection to the gateway. */
  readonly gateway?: GatewayOptions;
  /** Events to ask the gateway for. @defaultValue computed from what is listened to and cached */
  readonly intents?: IntentsLike;
  /** Where log lines go. @defaultValue standard output: readable in a terminal, JSON by pino elsewhere */
  readonly logger?: Logger;
  /**
   * Least important level that is written, for all rooms or for each: `{ default: 'info', gateway: 'debug' }`.
   *
   * The environment variable `COGWORK_LOG`, as in `info,gateway=debug`, has the last word.
   *
   * @defaultValue `'info'`; `'debug'` for a logger of your own
   */
  readonly logLevel?: LogLevels;
  /** HTTP proxy for requests and WebSockets alike, as in `http://user:password@proxy.example:8080`. */
  readonly proxy?: string;
  /** Options of the REST client. */
  readonly rest?: RestOptions;
  /** How many shards there are, and which run here, or in how many processes. @defaultValue `'auto'` */
  readonly shards?: SpreadOption;
  /** Way out to WebSocket servers. @defaultValue `ws` */
  readonly sockets?: SocketFactory;
  /** Token for a `start()` that is given none, as by `startAll`. */
  readonly token?: string | undefined;
  /** Way out of voice. @defaultValue real UDP */
  readonly udp?: UdpSocketFactory;
  /** Whether the bot joins voice channels, so that it asks for the intent of voice; or how it does. @defaultValue when `bot.voice` is used before the bot connects */
  readonly voice?: boolean | VoiceOptions;
}

/** How a bot takes part in voice. */
export interface VoiceOptions {
  /** Codec of sound. @defaultValue the library that is installed, loaded when it is first needed */
  readonly opus?: OpusCodec;
  /** Engine of end-to-end encryption. @defaultValue `@snazzah/davey` */
  readonly dave?: DaveEngine;
  /** How long packets that are late are waited for. */
  readonly jitter?: JitterOptions;
}

/** Options that are read while composing a client. */
export const clientOptionKeys: KeysOf<ClientOptions> = {
  allowedMentions: true,
  cache: true,
  clock: true,
  gateway: true,
  intents: true,
  logger: true,
  logLevel: true,
  proxy: true,
  rest: true,
  shards: true,
  sockets: true,
  token: true,
  udp: true,
  voice: true,
};

const gatewayOptionKeys: KeysOf<GatewayOptions> = {
  apiVersion: true,
  capabilities: true,
  debugEvents: true,
  compression: true,
  format: true,
  guildReadyTimeoutMs: true,
  heartbeatTimeoutMs: true,
  identifyQueue: true,
  largeThreshold: true,
  presence: true,
  sessionStore: true,
};

const cacheOptionKeys: KeysOf<CacheOptions> = {
  channels: true,
  chunkGuilds: true,
  emojis: true,
  members: true,
  messages: true,
  presences: true,
  roles: true,
  scheduledEvents: true,
  sounds: true,
  stageInstances: true,
  stickers: true,
  stores: true,
  voiceStates: true,
};

const voiceOptionKeys: KeysOf<VoiceOptions> = { opus: true, dave: true, jitter: true };

/**
 * Refuses options of the groups that nobody reads; those of `rest` are checked by the REST client.
 *
 * @throws {InvalidOptionError} naming the option and the nearest one that exists.
 */
export function checkOptionGroups(options: ClientOptions): void {
  if (typeof options.voice === 'object') checkKnownKeys(options.voice, voiceOptionKeys, 'voice');
  if (options.gateway) checkKnownKeys(options.gateway, gatewayOptionKeys, 'gateway');
  if (options.cache && !(options.cache instanceof SharedCache)) {
    checkKnownKeys(options.cache, cacheOptionKeys, 'cache');
  }
}
