import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FetchHandler } from './fetch-handler.js';

/** Where to listen. */
export interface ServeOptions {
  /** Port to listen on. @defaultValue 0, any free port */
  readonly port?: number;
  /** Address to listen on. @defaultValue all addresses */
  readonly hostname?: string;
  /** Path that is answered; every other gives 404. @defaultValue every path */
  readonly path?: string;
}

/** Told of a request that the handler failed to answer. */
export type ServeErrorHandler = (error: unknown) => void;

/** Running server. */
export interface InteractionServer {
  /** Port that it listens on. */
  readonly port: number;
  /** Stops taking requests; resolves when the open ones are answered. */
  close(): Promise<void>;
}

/** Serves a web-standard handler with Node's own HTTP server. */
export async function serveFetch(
  handler: FetchHandler,
  options: ServeOptions = {},
  onError?: ServeErrorHandler,
): Promise<InteractionServer> {
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    answer(handler, request, response, options)
      .then((body) => {
        // A connection that stays open for further requests would keep the server from closing.
        if (!server.listening) response.setHeader('connection', 'close');
        response.end(body);
      })
      .catch((error: unknown) => {
        // A client that has gone away is no mistake of anybody's.
        if (!request.destroyed || request.complete) onError?.(error);
        response.destroy();
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.hostname, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

/** Has the handler answer; gives the body that is to be sent. */
async function answer(
  handler: FetchHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { path }: ServeOptions,
): Promise<Buffer> {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const isElsewhere = path !== undefined && url.pathname !== path;
  const response = isElsewhere
    ? new Response(null, { status: 404 })
    : await handler(toRequest(incoming, url));
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  return Buffer.from(await response.arrayBuffer());
}

function toRequest(incoming: IncomingMessage, url: URL): Request {
  const headers = Object.entries(incoming.headersDistinct).map(([name, values]): [string, string] => [
    name,
    values?.join(', ') ?? '',
  ]);
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const init = {
    method: incoming.method ?? 'GET',
    headers,
    ...(hasBody ? { body: incoming, duplex: 'half' } : {}),
  };
  return new Request(url, init as unknown as RequestInit);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
