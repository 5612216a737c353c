import { Heartbeat } from '../../gateway/heartbeat.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import type { Socket, SocketFactory } from '../../utils/socket-factory.js';
import { VoiceOpcode } from './voice-opcode.js';

const CLOSE_TIMEOUT_MS = 5_000;
const HANDSHAKE_TIMEOUT_MS = 10_000;
/** Heartbeat intervals without any frame after which the connection counts as dead. */
const SILENT_INTERVALS = 2.5;

/** One message of the voice server; `data` of a binary one is its payload. */
export interface VoiceMessage {
  readonly op: number;
  readonly data: unknown;
  /** Number by which the message can be repeated; absent for what is not. */
  readonly seq: number | undefined;
}

/** What a socket tells its owner, until the owner lets go of it. */
export interface VoiceSocketHandlers {
  onOpen(): void;
  onMessage(message: VoiceMessage): void;
  onClosed(code: number, reason: string): void;
}

/** Parts of one socket. */
export interface VoiceSocketOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly sockets: SocketFactory;
  /** Number of the last message that was taken, -1 before the first. */
  readonly lastSeq: () => number;
  readonly handlers: VoiceSocketHandlers;
  /** Told what went wrong; that the socket is closed follows. */
  readonly onError: (error: unknown) => void;
}

/** One WebSocket to a voice server: JSON and binary frames, and the heartbeat. */
export class VoiceSocket {
  readonly #options: VoiceSocketOptions;
  #handlers: VoiceSocketHandlers | undefined;
  #heartbeat: Heartbeat | undefined;
  #socket: Socket | undefined;
  #closeTimer: TimerHandle | undefined;
  #isGone = false;
  #beats = 0;

  constructor(options: VoiceSocketOptions) {
    this.#options = options;
    this.#handlers = options.handlers;
  }

  /** Milliseconds from the last heartbeat to its acknowledgement; NaN before the first. */
  get latencyMs(): number {
    return this.#heartbeat?.latencyMs ?? Number.NaN;
  }

  open(): void {
    const { url, sockets } = this.#options;
    try {
      this.#socket = sockets.open(
        url,
        {
          onOpen: () => this.#handlers?.onOpen(),
          onMessage: (data, isBinary) => this.#onMessage(data, isBinary),
          onClose: (code, reason) => this.#onClose(code, reason),
          onError: (error) => this.#options.onError(error),
        },
        { handshakeTimeoutMs: HANDSHAKE_TIMEOUT_MS },
      );
    } catch (error) {
      this.#options.onError(error);
      this.#onClose(1006, 'the socket could not be opened');
    }
  }

  /** Sends JSON, as text: the server ignores JSON in binary frames. */
  send(op: number, data: unknown): void {
    if (!this.#isGone) this.#socket?.send(JSON.stringify({ op, d: data }));
  }

  /** Sends a binary message: the opcode, then the payload. */
  sendBinary(op: number, payload: Uint8Array): void {
    if (!this.#isGone) this.#socket?.send(Buffer.concat([Buffer.from([op]), payload]));
  }

  /** Lets go of the handlers and closes; a server that does not answer is cut off. */
  close(code: number, reason: string): void {
    this.#release();
    if (this.#isGone || this.#closeTimer !== undefined) return;
    this.#closeTimer = this.#options.clock.setTimeout(() => this.#socket?.terminate(), CLOSE_TIMEOUT_MS);
    this.#socket?.close(code, reason);
  }

  /** Lets go of the handlers and cuts the connection off: a close frame would end the session. */
  terminate(): void {
    this.#release();
    if (!this.#isGone) this.#socket?.terminate();
  }

  #release(): void {
    this.#handlers = undefined;
    this.#heartbeat?.stop();
  }

  #onMessage(data: Buffer, isBinary: boolean): void {
    if (!this.#handlers) return;
    const message = isBinary ? readBinary(data) : readJson(data);
    if (!message) return;
    this.#heartbeat?.onFrame();
    if (message.op === VoiceOpcode.Hello) this.#beat(message.data);
    else if (message.op === VoiceOpcode.HeartbeatAck) this.#heartbeat?.onAck();
    else this.#handlers.onMessage(message);
  }

  #beat(hello: unknown): void {
    const intervalMs = Number((hello as { heartbeat_interval?: unknown } | null)?.heartbeat_interval);
    if (!(intervalMs > 0)) return;
    const { clock, random, lastSeq } = this.#options;
    this.#heartbeat?.stop();
    this.#heartbeat = new Heartbeat({
      clock,
      random,
      silenceMs: intervalMs * SILENT_INTERVALS,
      beat: () => this.send(VoiceOpcode.Heartbeat, { t: this.#nonce(), seq_ack: lastSeq() }),
      onDead: (why) => this.#onDead(why),
    });
    this.#heartbeat.start(intervalMs);
  }

  #nonce(): number {
    return Math.trunc(this.#options.clock.now()) + this.#beats++;
  }

  #onDead(why: string): void {
    const handlers = this.#handlers;
    this.terminate();
    handlers?.onClosed(1006, why);
  }

  #onClose(code: number, reason: string): void {
    if (this.#isGone) return;
    this.#isGone = true;
    if (this.#closeTimer !== undefined) this.#options.clock.clearTimeout(this.#closeTimer);
    const handlers = this.#handlers;
    this.#release();
    handlers?.onClosed(code, reason);
  }
}

/** Number, opcode and payload of a binary message; `undefined` when it is too short. */
function readBinary(data: Buffer): VoiceMessage | undefined {
  if (data.length < 3) return undefined;
  return { seq: data.readUInt16BE(0), op: data[2]!, data: data.subarray(3) };
}

/** JSON message; `undefined` when it is none: what cannot be read cannot be answered either. */
function readJson(data: Buffer): VoiceMessage | undefined {
  try {
    const parsed = JSON.parse(data.toString('utf8')) as { op?: unknown; d?: unknown; seq?: unknown } | null;
    if (typeof parsed?.op !== 'number') return undefined;
    return { op: parsed.op, data: parsed.d, seq: typeof parsed.seq === 'number' ? parsed.seq : undefined };
  } catch {
    return undefined;
  }
}
