import { VoiceChannelFullError } from '../errors/voice-channel-full-error.js';
import { VoicePermissionError } from '../errors/voice-permission-error.js';
import type { Snowflake } from '../types/type-tools.js';
import type { Clock } from '../utils/clock.js';
import { GuardedLogger } from '../utils/guarded-logger.js';
import type { Logger } from '../utils/logger.js';
import type { SocketFactory } from '../utils/socket-factory.js';
import type { UdpSocketFactory } from '../utils/udp-socket.js';
import { VoiceConnection } from './connection/voice-connection.js';
import type { DaveEngine } from './dave/dave-engine.js';
import { loadVoiceParts } from './load-voice-parts.js';
import { loadOpusCodec } from './opus/load-opus-codec.js';
import type { OpusCodec } from './opus/opus-codec.js';
import { AudioClock } from './player/audio-clock.js';
import type { JitterOptions } from './receiver/jitter-buffer.js';
import type { VoiceContext } from './voice-context.js';
import type { VoiceReport } from './voice-doctor.js';
import { voiceDoctor } from './voice-doctor.js';
import type { VoiceSignalling } from './voice-signalling.js';

/** What voice is made of. */
export interface VoiceManagerOptions {
  /** Source of time. */
  readonly clock: Clock;
  /** Where it tells of what goes wrong. */
  readonly logger: Logger;
  /** Way to the main gateway: joins, moves and leaves go there. */
  readonly signalling: VoiceSignalling;
  /** Way out to the WebSockets of voice servers. */
  readonly sockets: SocketFactory;
  /** Default: real UDP. */
  readonly udp?: UdpSocketFactory | undefined;
  /** Default: `Math.random`. */
  readonly random?: () => number;
  /** Address of the WebSocket of a voice server; default: `wss://<endpoint>/?v=8`, or the scheme that it names. */
  readonly resolveUrl?: (endpoint: string) => string;
  /** Engine of end-to-end encryption. Default: `@snazzah/davey`. */
  readonly dave?: DaveEngine;
  /** Codec of sound. Default: the library that is installed, loaded when it is first needed; see `loadOpusCodec`. */
  readonly opus?: OpusCodec;
  /** How long late packets are waited for. */
  readonly jitter?: JitterOptions;
}

/** How to join. */
export interface JoinVoiceOptions {
  /** Whether the bot hears nothing, and shows that. Default: false. */
  readonly selfDeaf?: boolean;
  /** Default: false. */
  readonly selfMute?: boolean;
  /** How long the connection may take to become ready, in milliseconds. Default: 15,000. */
  readonly timeoutMs?: number;
  /** Ends the attempt when it aborts. */
  readonly signal?: AbortSignal;
}

/** Voice or stage channel of a guild. */
export interface VoiceTarget {
  /** Id of the channel. */
  readonly id: Snowflake;
  /** Guild of the channel. */
  readonly guildId: Snowflake;
}

const READY_TIMEOUT_MS = 15_000;

/**
 * Voice of a bot: one connection per guild, commands of a guild one after the other.
 *
 * @example
 * ```ts
 * const voice = await bot.voice.join(channel, { selfDeaf: true });
 * ```
 */
export class VoiceManager {
  readonly #options: VoiceManagerOptions;
  readonly #connections = new Map<Snowflake, VoiceConnection>();
  readonly #queues = new Map<Snowflake, Promise<unknown>>();
  #base: Promise<Omit<VoiceContext, 'readyTimeoutMs'>> | undefined;

  constructor(options: VoiceManagerOptions) {
    this.#options = options;
  }

  /** All connections, by guild. */
  get connections(): ReadonlyMap<Snowflake, VoiceConnection> {
    return this.#connections;
  }

  /** Whether some connection waits for sound from outside. @internal */
  get isReading(): boolean {
    return [...this.#connections.values()].some(({ media }) => media.isReading);
  }

  /** Connection in a guild. */
  get(guildId: Snowflake): VoiceConnection | undefined {
    return this.#connections.get(guildId);
  }

  /**
   * Joins a channel, or moves there from another one of the guild; resolves when frames can flow.
   *
   * @throws {VoicePermissionError} when the bot may not connect.
   * @throws {VoiceChannelFullError} when the user limit is reached.
   * @throws {VoiceTimeoutError} when the connection is not ready in time.
   * @throws {VoiceDaveRequiredError} when the call is end-to-end encrypted and the engine for it does not load.
   */
  join(channel: VoiceTarget, options: JoinVoiceOptions = {}): Promise<VoiceConnection> {
    return this.#inTurn(channel.guildId, () => this.#join(channel, options));
  }

  /** Leaves voice in a guild; nothing happens when the bot is not there. */
  leave(guildId: Snowflake): Promise<void> {
    return this.#inTurn(guildId, async () => this.#connections.get(guildId)?.leave());
  }

  /** Says what voice finds on this machine: ciphers, end-to-end encryption, Opus, ffmpeg and UDP. */
  doctor(): Promise<VoiceReport> {
    const { clock, opus } = this.#options;
    return voiceDoctor({ clock, ...(opus && { codec: () => opus }) });
  }

  /** Leaves all channels, and gives up joins that are under way. */
  async close(): Promise<void> {
    await Promise.all([...this.#connections.values()].map((connection) => connection.leave()));
  }

  async #join(channel: VoiceTarget, options: JoinVoiceOptions): Promise<VoiceConnection> {
    options.signal?.throwIfAborted();
    const { guildId, id: channelId } = channel;
    const existing = this.#connections.get(guildId);
    if (existing?.channelId !== channelId) this.#requireRoom(channel);
    if (existing) {
      existing.setSelf(options);
      await existing.move(channelId, options.signal);
      return existing;
    }
    const { selfDeaf = false, selfMute = false, timeoutMs = READY_TIMEOUT_MS, signal } = options;
    const shared = await this.#context();
    const logger = new GuardedLogger({ target: shared.logger, facts: () => ({ guildId }) });
    const context = { ...shared, logger, readyTimeoutMs: timeoutMs };
    const connection = new VoiceConnection(context, { guildId, channelId, self: { selfDeaf, selfMute } });
    this.#connections.set(guildId, connection);
    connection.onClosed(() => this.#connections.delete(guildId));
    try {
      await Promise.all([connection.join(), connection.ready(signal && { signal })]);
    } catch (error) {
      await connection.leave();
      throw error;
    }
    return connection;
  }

  /** Fails at once where Discord would simply not answer. */
  #requireRoom({ guildId, id }: VoiceTarget): void {
    const facts = this.#options.signalling.inspectChannel?.(guildId, id);
    if (!facts) return;
    const { missingPermissions = [], userLimit = 0, userCount = 0, mayExceedLimit = false } = facts;
    if (missingPermissions.length > 0) throw new VoicePermissionError(id, missingPermissions);
    if (userLimit > 0 && userCount >= userLimit && !mayExceedLimit)
      throw new VoiceChannelFullError(id, userLimit);
  }

  #inTurn<T>(guildId: Snowflake, act: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(guildId) ?? Promise.resolve();
    const turn = before.then(act);
    const settled = turn.catch(() => undefined);
    this.#queues.set(guildId, settled);
    void settled.then(() => {
      if (this.#queues.get(guildId) === settled) this.#queues.delete(guildId);
    });
    return turn;
  }

  #context(): Promise<Omit<VoiceContext, 'readyTimeoutMs'>> {
    this.#base ??= this.#loadContext();
    return this.#base;
  }

  async #loadContext(): Promise<Omit<VoiceContext, 'readyTimeoutMs'>> {
    const { clock, logger, signalling, sockets, random = Math.random, jitter = {} } = this.#options;
    const { createCipher, dave, daveError } = await loadVoiceParts(this.#options.dave);
    if (!dave)
      logger.warn('voice', 'end-to-end encryption does not load; calls that demand it will fail', {
        error: daveError,
      });
    const resolveUrl = this.#options.resolveUrl ?? voiceUrl;
    const udp = this.#options.udp ?? (await openRealUdp());
    const audioClock = new AudioClock(clock);
    const codec = once(() => this.#options.opus ?? loadOpusCodec());
    return {
      clock,
      logger,
      random,
      signalling,
      sockets,
      udp,
      resolveUrl,
      audioClock,
      codec,
      jitter,
      createCipher,
      dave,
    };
  }
}

/** Asks once; a failure is asked again, because something may be installed meanwhile. */
function once<T>(ask: () => T): () => T {
  let answer: T | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** Address of a voice server's WebSocket; the port that an endpoint names belongs to it. */
function voiceUrl(endpoint: string): string {
  const origin = /^wss?:\/\//.test(endpoint) ? endpoint : `wss://${endpoint}`;
  return `${origin}/?v=8`;
}

async function openRealUdp(): Promise<UdpSocketFactory> {
  const { NodeUdpSocketFactory } = await import('../utils/node-udp-socket-factory.js');
  return new NodeUdpSocketFactory();
}
