import type { Clock, TimerHandle } from '../utils/clock.js';
import type { Socket, SocketFactory, SocketHandlers } from '../utils/socket-factory.js';
import type { Inflate } from './inflate/inflate.js';

/** Longest wait for the server's half of the closing handshake. */
const CLOSE_TIMEOUT_MS = 5_000;
const HANDSHAKE_TIMEOUT_MS = 30_000;

/** What a connection tells its owner, until the owner lets go of it. */
export interface ConnectionHandlers {
  /** One whole payload; the bytes are only valid during the call. */
  onPayload(bytes: Buffer): void;
  /** Data could not be inflated; the connection is of no more use. */
  onMalformed(error: unknown): void;
  /** Ended by the server or the network. */
  onClosed(code: number, reason: string): void;
  onSocketError(error: Error): void;
}

/** Parts of one connection. */
export interface ConnectionOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly inflate: Inflate;
  readonly sockets: SocketFactory;
  readonly handlers: ConnectionHandlers;
}

/** One WebSocket to the gateway: inflates what arrives, encodes what leaves, and ends within a bounded time. */
export class GatewayConnection {
  readonly #options: ConnectionOptions;
  /** Resolves when the socket is gone. */
  readonly ended: Promise<void>;
  #handlers: ConnectionHandlers | undefined;
  #socket: Socket | undefined;
  #closeTimer: TimerHandle | undefined;
  #isEnded = false;
  #markEnded!: () => void;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#handlers = options.handlers;
    this.ended = new Promise((resolve) => {
      this.#markEnded = resolve;
    });
  }

  /** Opens the socket; what goes wrong comes through the handlers. */
  open(): void {
    const { url, sockets } = this.#options;
    const handlers: SocketHandlers = {
      onOpen: () => {},
      onMessage: (data, isBinary) => this.#onMessage(data, isBinary),
      onClose: (code, reason) => this.#onClose(code, reason),
      onError: (error) => this.#handlers?.onSocketError(error),
    };
    try {
      this.#socket = sockets.open(url, handlers, { handshakeTimeoutMs: HANDSHAKE_TIMEOUT_MS });
    } catch (error) {
      handlers.onError(error instanceof Error ? error : new Error(String(error)));
      handlers.onClose(1006, 'the socket could not be opened');
    }
  }

  /** Sends one encoded payload. */
  send(data: string | Uint8Array): void {
    if (!this.#isEnded) this.#socket?.send(data);
  }

  /** Lets go of the handlers and closes with a code; a server that does not answer is cut off. */
  close(code: number, reason: string): void {
    this.#handlers = undefined;
    if (this.#isEnded || this.#closeTimer !== undefined) return;
    this.#closeTimer = this.#options.clock.setTimeout(() => this.#socket?.terminate(), CLOSE_TIMEOUT_MS);
    this.#socket?.close(code, reason);
  }

  /** Lets go of the handlers and drops the socket: nobody is at the other end. */
  terminate(): void {
    this.#handlers = undefined;
    if (!this.#isEnded) this.#socket?.terminate();
  }

  #onMessage(data: Buffer, isBinary: boolean): void {
    if (!this.#handlers) return;
    let payload: Buffer | undefined;
    try {
      payload = this.#options.inflate.push(data, isBinary);
    } catch (error) {
      this.#handlers.onMalformed(error);
      return;
    }
    if (payload !== undefined) this.#handlers.onPayload(payload);
  }

  #onClose(code: number, reason: string): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    if (this.#closeTimer !== undefined) this.#options.clock.clearTimeout(this.#closeTimer);
    this.#options.inflate.close();
    const handlers = this.#handlers;
    this.#handlers = undefined;
    this.#markEnded();
    handlers?.onClosed(code, reason);
  }
}
