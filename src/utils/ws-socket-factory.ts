import type { Agent } from 'node:http';
import { createRequire } from 'node:module';
import type * as Ws from 'ws';
import type { Socket, SocketFactory, SocketHandlers, SocketOptions } from './socket-factory.js';

/** By `require`: an import of CommonJS has every file of it searched for names first, which takes longer than running it. */
const { WebSocket } = createRequire(import.meta.url)('ws') as typeof Ws;

/** How real sockets reach their servers. */
export interface WsSocketFactoryOptions {
  /** Makes the agent that connects, such as one that goes through a proxy; `isSecure` is true for `wss:`. */
  readonly createAgent?: (isSecure: boolean) => Agent;
}

/** Real WebSockets, by `ws`; loaded only when the first connection is made. */
export class WsSocketFactory implements SocketFactory {
  readonly #options: WsSocketFactoryOptions;

  constructor(options: WsSocketFactoryOptions = {}) {
    this.#options = options;
  }

  open(url: string, handlers: SocketHandlers, options: SocketOptions = {}): Socket {
    const agent = this.#options.createAgent?.(url.startsWith('wss:'));
    const socket = new WebSocket(url, {
      ...(agent === undefined ? {} : { agent }),
      perMessageDeflate: false,
      skipUTF8Validation: true,
      ...(options.handshakeTimeoutMs === undefined ? {} : { handshakeTimeout: options.handshakeTimeoutMs }),
      ...(options.headers === undefined ? {} : { headers: { ...options.headers } }),
    });
    socket.binaryType = 'nodebuffer';
    socket.on('open', () => handlers.onOpen());
    socket.on('message', (data, isBinary) => handlers.onMessage(data as Buffer, isBinary));
    socket.on('error', (error) => handlers.onError(error));
    socket.on('close', (code, reason) => handlers.onClose(code, reason.toString('utf8')));
    return socket;
  }
}
