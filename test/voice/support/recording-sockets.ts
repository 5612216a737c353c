import type { SocketFactory } from '../../../src/utils/socket-factory.js';

/** Message that went over a voice WebSocket; `data` of a binary one is its length. */
export interface WireMessage {
  readonly from: 'bot' | 'server';
  readonly op: number;
  readonly data: unknown;
}

/** Sockets that write down what goes over them, apart from heartbeats. */
export function recordingSockets(sockets: SocketFactory): {
  readonly sockets: SocketFactory;
  readonly urls: readonly string[];
  readonly wire: readonly WireMessage[];
} {
  const urls: string[] = [];
  const wire: WireMessage[] = [];
  const note = (from: WireMessage['from'], data: string | Uint8Array, isBinary: boolean): void => {
    const message = isBinary
      ? { op: (data as Uint8Array)[from === 'bot' ? 0 : 2]!, d: `${data.length} bytes` }
      : (JSON.parse(data.toString()) as { readonly op: number; readonly d: unknown });
    if (message.op !== 3 && message.op !== 6) wire.push({ from, op: message.op, data: message.d });
  };
  const open: SocketFactory['open'] = (url, handlers, options) => {
    urls.push(url);
    const socket = sockets.open(
      url,
      {
        ...handlers,
        onOpen: () => handlers.onOpen(),
        onClose: (code, reason) => handlers.onClose(code, reason),
        onError: (error) => handlers.onError(error),
        onMessage: (data, isBinary) => {
          note('server', data, isBinary);
          handlers.onMessage(data, isBinary);
        },
      },
      options,
    );
    return {
      send: (data) => {
        note('bot', data, typeof data !== 'string');
        socket.send(data);
      },
      close: (code, reason) => socket.close(code, reason),
      terminate: () => socket.terminate(),
    };
  };
  return { sockets: { open }, urls, wire };
}
