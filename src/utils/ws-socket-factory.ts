import { WebSocket } from 'ws';
import type { Socket, SocketFactory, SocketHandlers, SocketOptions } from './socket-factory.js';

/** Real WebSockets, by `ws`; loaded only when the first connection is made. */
export class WsSocketFactory implements SocketFactory {
  open(url: string, handlers: SocketHandlers, options: SocketOptions = {}): Socket {
    const socket = new WebSocket(url, {
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
