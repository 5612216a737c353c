/**
 * Keeps one shard connected: the state machine between "not started" and "closed".
 *
 * ```
 * idle → connecting → (Hello) → queued → identifying → (READY)   → ready
 *             ↑                └→ resuming ───────────→ (RESUMED) ┘  │
 *             └──────────── waiting ←── close, op 7, op 9, no ack ───┘      any → closed
 * ```
 *
 * Whatever ends a connection ends in `#retry`: the session is kept or forgotten, and the next attempt comes after a
 * pause. Frames of a connection that was given up are never looked at, so the sequence cannot run ahead of what was
 * handed up, and Discord repeats them after Resume.
 *
 * @see https://docs.discord.com/developers/events/gateway#connection-lifecycle
 */
import { GatewayDecodeError } from '../errors/gateway-decode-error.js';
import type { TimerHandle } from '../utils/clock.js';
import { closeAction, fatalCloseError } from './close-code.js';
import type { GatewayFrame } from './codec/gateway-codec.js';
import { toInteger } from './codec/to-integer.js';
import { connectionUrl } from './connection-url.js';
import { FrameReader } from './frame-reader.js';
import { GatewayConnection } from './gateway-connection.js';
import type { GatewayContext } from './gateway-context.js';
import { Handshake } from './handshake.js';
import { Heartbeat } from './heartbeat.js';
import type { LinkOptions } from './link-options.js';
import { LinkState } from './link-state.js';
import { frameLog } from './log-frame.js';
import { Opcode } from './opcode.js';
import { ReconnectPolicy } from './reconnect-policy.js';
import { isReadyData } from './session/ready-data.js';
import type { ShardDisconnect } from './shard-observer.js';
import type { ShardState } from './shard-state.js';

const HELLO_TIMEOUT_MS = 30_000;
/** Close code of a connection whose session we mean to resume: neither 1000 nor 1001, which would end it. */
const RESUMABLE_CLOSE = 4000;

/** Why we end a connection ourselves. */
interface Drop {
  readonly reason: string;
  readonly next: 'resume' | 'identify';
  readonly code?: number;
  /** Milliseconds to wait at least, whatever the backoff says. */
  readonly leastDelayMs?: number;
  /** Cuts the connection off instead of closing it. */
  readonly isDead?: boolean;
}

/** One shard's line to Discord. */
export class ShardLink {
  readonly #options: LinkOptions;
  readonly #context: GatewayContext;
  readonly #handshake: Handshake;
  readonly #heartbeat: Heartbeat;
  readonly #policy: ReconnectPolicy;
  readonly #reader: FrameReader;
  readonly #state: LinkState;
  #connection: GatewayConnection | undefined;
  #timer: TimerHandle | undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#context = options.context;
    this.#state = new LinkState(options);
    this.#handshake = new Handshake({
      options,
      state: this.#state,
      onFailed: (reason) => this.#drop({ reason, next: 'identify' }),
    });
    this.#policy = new ReconnectPolicy(options.session, this.#context);
    this.#reader = new FrameReader({
      codec: this.#context.codec,
      session: options.session,
      shardId: options.id,
      log: frameLog(this.#context.logger),
      hears: (name) => options.handlers.hears(name),
      bodyReader: (name) => options.handlers.bodyReader(name),
    });
    this.#heartbeat = new Heartbeat({
      clock: this.#context.clock,
      random: this.#context.random,
      silenceMs: this.#context.heartbeatTimeoutMs,
      beat: () => options.sender.sendUrgent({ op: Opcode.Heartbeat, d: options.session.sequence }),
      onDead: (reason, isZombie) => this.#drop({ reason, next: 'resume', isDead: isZombie }),
      onLate: (latenessMs, intervalMs) => this.#context.onLateHeartbeat(latenessMs, intervalMs),
    });
  }

  get state(): ShardState {
    return this.#state.current;
  }

  get latencyMs(): number {
    return this.#heartbeat.latencyMs;
  }

  /** Starts connecting; nothing happens when it is under way already. */
  open(): void {
    if (this.state === 'idle' || this.state === 'closed') this.#connect();
  }

  /** Sends a heartbeat now. */
  beat(): void {
    this.#heartbeat.beatNow();
  }

  /** Ends for good; resolves when the socket is gone. */
  async close(code: number, reason: string): Promise<void> {
    const connection = this.#connection;
    const wasConnected = connection !== undefined && this.state !== 'closed';
    const disconnect = { code, reason, isOwn: true, next: 'closed', retryInMs: undefined } as const;
    this.#leave('closed', wasConnected ? disconnect : undefined);
    connection?.close(code, reason);
    if (wasConnected) this.#state.report(disconnect);
    await connection?.ended;
  }

  #connect(): void {
    const { session, sender } = this.#options;
    this.#state.enter('connecting');
    const connection = new GatewayConnection({
      url: connectionUrl(this.#context, session),
      clock: this.#context.clock,
      inflate: this.#context.compression.createInflate(),
      sockets: this.#context.sockets,
      handlers: {
        onPayload: (bytes) => this.#onPayload(bytes),
        onMalformed: (error) => this.#onMalformed(error),
        onClosed: (code, reason) => this.#onClosed(code, reason),
        onSocketError: (error) => this.#context.observer.onError?.(this.#options.id, error),
      },
    });
    this.#connection = connection;
    this.#reader.reset();
    sender.attach(connection);
    this.#timer = this.#context.clock.setTimeout(
      () => this.#drop({ reason: `no Hello within ${HELLO_TIMEOUT_MS} ms`, next: 'resume', isDead: true }),
      HELLO_TIMEOUT_MS,
    );
    connection.open();
  }

  #onPayload(bytes: Buffer): void {
    this.#heartbeat.onFrame();
    this.#context.observer.onReceive?.(this.#options.id, bytes);
    let frame: GatewayFrame | undefined;
    try {
      frame = this.#reader.read(bytes, this.state === 'resuming');
    } catch (error) {
      this.#onMalformed(error);
      return;
    }
    if (frame !== undefined) this.#onFrame(frame);
  }

  #onFrame(frame: GatewayFrame): void {
    switch (frame.op) {
      case Opcode.Dispatch:
        this.#onDispatch(frame);
        break;
      case Opcode.Heartbeat:
        this.#heartbeat.beatNow();
        break;
      case Opcode.Reconnect:
        this.#drop({ reason: 'Discord asked to reconnect', next: 'resume' });
        break;
      case Opcode.InvalidSession:
        this.#onInvalidSession(frame.d === true);
        break;
      case Opcode.Hello:
        this.#onHello(frame.d);
        break;
      case Opcode.HeartbeatAck:
        this.#heartbeat.onAck();
        break;
      default:
        this.#context.logger.debug('gateway', `shard ${this.#options.id} ignores opcode ${frame.op}`, {
          shardId: this.#options.id,
        });
    }
  }

  #onHello(data: unknown): void {
    if (this.state !== 'connecting') return;
    const intervalMs = toInteger((data as { heartbeat_interval?: unknown } | null)?.heartbeat_interval);
    if (intervalMs === undefined) {
      this.#drop({ reason: 'Hello names no heartbeat interval', next: 'resume' });
      return;
    }
    this.#stopTimer();
    this.#heartbeat.start(intervalMs);
    this.#context.observer.onConnect?.(this.#options.id);
    this.#handshake.begin();
  }

  #onDispatch({ t, s, d, text }: GatewayFrame): void {
    const { session, handlers } = this.#options;
    if (t === 'READY') {
      if (!isReadyData(d)) {
        this.#onMalformed(
          new GatewayDecodeError(this.#context.codec.encoding, 'READY names no session or no user'),
        );
        return;
      }
      session.open(d, s);
      handlers.onDispatch(t, d);
      this.#becomeReady();
      handlers.onReady(d);
    } else if (t === 'RESUMED') {
      this.#becomeReady();
      handlers.onDispatch(t, d);
      handlers.onResumed();
    } else if (t !== null) {
      handlers.onDispatch(t, d, text);
    }
  }

  #becomeReady(): void {
    // Whoever took READY may have closed the shard on the spot.
    if (this.#connection === undefined) return;
    this.#state.enter('ready');
    this.#policy.onReady();
    this.#options.sender.open();
  }

  #onInvalidSession(isResumable: boolean): void {
    // Discord wants a random pause of one to five seconds before a new Identify.
    const leastDelayMs = isResumable ? 0 : 1_000 + this.#context.random() * 4_000;
    const next = isResumable ? 'resume' : 'identify';
    this.#drop({ reason: 'Discord declared the session invalid', next, leastDelayMs });
  }

  #onMalformed(error: unknown): void {
    this.#context.observer.onError?.(this.#options.id, error);
    this.#drop({ reason: 'malformed data', next: 'resume', code: 4002 });
  }

  #onClosed(code: number, reason: string): void {
    const action = closeAction(code);
    if (action === 'fatal') this.#fail(code, reason);
    else this.#retry(action, { code, reason, isOwn: false });
  }

  /** Ends the connection from our side, to try again. */
  #drop({ reason, next, code = RESUMABLE_CLOSE, leastDelayMs = 0, isDead = false }: Drop): void {
    const connection = this.#connection;
    if (isDead) connection?.terminate();
    else connection?.close(code, reason.slice(0, 120));
    this.#retry(next, { code, reason, isOwn: true }, leastDelayMs);
  }

  #retry(
    action: 'resume' | 'identify',
    ending: Pick<ShardDisconnect, 'code' | 'reason' | 'isOwn'>,
    leastDelayMs = 0,
  ): void {
    const backoffMs = this.#policy.pauseAfter({ ...ending, state: this.state }, action);
    const retryInMs = Math.max(leastDelayMs, backoffMs);
    const next = this.#options.session.isResumable ? 'resume' : 'identify';
    const disconnect = { ...ending, next, retryInMs } as const;
    this.#leave('waiting', disconnect);
    this.#timer = this.#context.clock.setTimeout(() => this.#connect(), retryInMs);
    this.#state.report(disconnect);
  }

  #fail(code: number, reason: string): void {
    const { id, count, handlers, session } = this.#options;
    const disconnect = { code, reason, isOwn: false, next: 'fatal', retryInMs: undefined } as const;
    this.#leave('closed', disconnect);
    session.clear();
    this.#state.report(disconnect);
    handlers.onFatal(fatalCloseError(code, reason, { id, count }, this.#context));
  }

  /** Stops everything that belongs to the current connection. */
  #leave(state: 'waiting' | 'closed', disconnect?: ShardDisconnect): void {
    this.#state.enter(state, disconnect);
    this.#connection = undefined;
    this.#stopTimer();
    this.#heartbeat.stop();
    this.#handshake.abort();
    this.#options.sender.detach();
  }

  #stopTimer(): void {
    if (this.#timer !== undefined) this.#context.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
