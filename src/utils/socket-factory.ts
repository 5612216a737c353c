import { portToken } from '../types/token.js';

/** What a WebSocket tells its owner; each is called from the event loop, never from inside `open`. */
export interface SocketHandlers {
  onOpen(): void;
  /** One whole message; `isBinary` is false for text, which still arrives as its UTF-8 bytes. */
  onMessage(data: Buffer, isBinary: boolean): void;
  /** Called exactly once, last of all; 1006 when the connection dropped without a close frame. */
  onClose(code: number, reason: string): void;
  onError(error: Error): void;
}

/** One open (or opening) WebSocket. */
export interface Socket {
  send(data: string | Uint8Array): void;
  /** Starts the closing handshake. */
  close(code?: number, reason?: string): void;
  /** Drops the connection at once, without a close frame. */
  terminate(): void;
}

/** Options that only real sockets look at. */
export interface SocketOptions {
  readonly handshakeTimeoutMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Way out to WebSocket servers; the emulator and virtual time put their own here. */
export interface SocketFactory {
  open(url: string, handlers: SocketHandlers, options?: SocketOptions): Socket;
}

export const SocketFactory = portToken<SocketFactory>('SocketFactory');
