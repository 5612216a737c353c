import { portToken } from '../types/token.js';

/** What a WebSocket tells its owner; each is called from the event loop, never from inside `open`. */
export interface SocketHandlers {
  /** Called once, when the connection stands. */
  onOpen(): void;
  /** One whole message; `isBinary` is false for text, which still arrives as its UTF-8 bytes. */
  onMessage(data: Buffer, isBinary: boolean): void;
  /** Called exactly once, last of all; 1006 when the connection dropped without a close frame. */
  onClose(code: number, reason: string): void;
  /** Called when something went wrong; `onClose` follows. */
  onError(error: Error): void;
}

/** One open (or opening) WebSocket. */
export interface Socket {
  /** Sends one message: a string as text, bytes as binary. */
  send(data: string | Uint8Array): void;
  /** Starts the closing handshake. */
  close(code?: number, reason?: string): void;
  /** Drops the connection at once, without a close frame. */
  terminate(): void;
}

/** Options that only real sockets look at. */
export interface SocketOptions {
  /** How long the handshake may take, in milliseconds. */
  readonly handshakeTimeoutMs?: number;
  /** HTTP headers of the handshake. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Way out to WebSocket servers; the emulator and virtual time put their own here. */
export interface SocketFactory {
  /** Opens a connection and gives it at once; handlers hear of everything later. */
  open(url: string, handlers: SocketHandlers, options?: SocketOptions): Socket;
}

/** Token by which the way out to WebSockets is injected. */
export const SocketFactory = portToken<SocketFactory>('SocketFactory');
