/** The emulator on a loopback port: one `node:http` server for REST and files, `ws` on the same port for the gateway. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Activity } from '../clock/activity.js';
import type { GatewayAcceptor } from './gateway-peer.js';
import type { HttpHandler } from './http-exchange.js';
import { ConnectionDropped } from './http-exchange.js';
import { readRequestBody } from './request-body.js';

/** What the server serves. */
export interface PortServerOptions {
  readonly handle: HttpHandler;
  readonly accept: GatewayAcceptor;
  readonly activity: Activity;
}

/** HTTP and WebSocket server on 127.0.0.1. */
export class PortServer {
  readonly #options: PortServerOptions;
  readonly #http: Server;
  /** Requests that have arrived whole and whose answers are not sent yet. */
  readonly #answering = new Set<Promise<void>>();
  readonly #webSockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });

  constructor(options: PortServerOptions) {
    this.#options = options;
    this.#http = createServer((request, response) => void this.#respond(request, response));
    this.#http.on('upgrade', (request, socket, head) => {
      this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => this.#accept(webSocket, request));
    });
  }

  /** Starts listening and gives the port; 0 asks the system for a free one. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(port, '127.0.0.1', resolve);
    });
    return (this.#http.address() as AddressInfo).port;
  }

  /** Closes all connections, once the requests that have arrived are answered. */
  async close(): Promise<void> {
    for (const webSocket of this.#webSockets.clients) webSocket.terminate();
    this.#webSockets.close();
    await Promise.allSettled(this.#answering);
    const closed = new Promise((resolve) => this.#http.close(resolve));
    this.#http.closeAllConnections();
    await closed;
  }

  async #respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const answered = this.#options.activity.begin();
    let answering: Promise<void> | undefined;
    try {
      const { bytes } = await readRequestBody(incoming);
      answering = this.#answer(incoming, outgoing, bytes);
      this.#answering.add(answering);
      await answering;
    } catch (error) {
      if (!(error instanceof ConnectionDropped)) outgoing.statusCode = 500;
      incoming.socket.destroy();
    } finally {
      if (answering) this.#answering.delete(answering);
      answered();
    }
  }

  async #answer(incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer): Promise<void> {
    const host = hostOf(incoming);
    const response = await this.#options.handle({
      method: incoming.method ?? 'GET',
      url: new URL(incoming.url ?? '/', `http://${host}`),
      headers: flatHeaders(incoming),
      body,
      gatewayUrl: `ws://${host}`,
    });
    outgoing.writeHead(response.status, { ...response.headers });
    await new Promise<void>((resolve) => {
      outgoing.once('close', resolve);
      outgoing.end(response.body, resolve);
    });
  }

  #accept(webSocket: WebSocket, request: IncomingMessage): void {
    const url = new URL(request.url ?? '/', `ws://${hostOf(request)}`);
    try {
      const handlers = this.#options.accept(
        {
          send: (data) => webSocket.send(data),
          close: (code, reason) => webSocket.close(code, reason),
          terminate: () => webSocket.terminate(),
        },
        url,
      );
      webSocket.on('message', (data, isBinary) => handlers.onMessage(data as Buffer, isBinary));
      webSocket.on('close', (code) => handlers.onClose(code));
      webSocket.on('error', () => webSocket.terminate());
    } catch {
      webSocket.terminate();
    }
  }
}

/** Host and port that the client used; clients leave out a port that they take for the usual one. */
function hostOf({ headers, socket }: IncomingMessage): string {
  const host = headers.host ?? '127.0.0.1';
  return /:\d+$/.test(host) ? host : `${host}:${socket.localPort}`;
}

function flatHeaders(incoming: IncomingMessage): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
