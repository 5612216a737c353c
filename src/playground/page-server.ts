/**
 * Serves the page on loopback: its files, uploaded files, and one WebSocket for each page that is open.
 *
 * Whoever can reach it acts in the emulated Discord, so three things keep other programs and web sites out: it listens
 * on 127.0.0.1 only, every address begins with a random token, and requests must name this host (against DNS that is
 * rebound to it) and come from this origin.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import type { StoredFile } from '../emulator/world/world.js';
import { findPage } from './find-page.js';

const FILES: ReadonlyMap<string, string> = new Map([
  ['index.html', 'text/html; charset=utf-8'],
  ['page.js', 'text/javascript; charset=utf-8'],
  ['page.css', 'text/css; charset=utf-8'],
]);
const PAGE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
/** Bytes of the largest message of a page: ten files of 10 MiB would not fit, one does. */
const LARGEST_MESSAGE = 40 * 1024 * 1024;

/** What the server serves. */
export interface PageServerOptions {
  /** Random first part of every path. */
  readonly token: string;
  /** Uploaded file of that path. */
  readonly file: (path: string) => StoredFile | undefined;
  /** Takes the WebSocket of a page. */
  readonly accept: (socket: WebSocket) => void;
}

/** HTTP and WebSocket server of the page. */
export class PageServer {
  readonly #options: PageServerOptions;
  readonly #http: Server;
  #sockets: WebSocketServer | undefined;
  #port = 0;

  constructor(options: PageServerOptions) {
    this.#options = options;
    this.#http = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Starts listening and gives the address of the page; 0 asks the system for a free port. */
  async listen(port: number): Promise<string> {
    const { WebSocketServer } = await import('ws');
    this.#sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(port, '127.0.0.1', resolve);
    });
    this.#port = (this.#http.address() as AddressInfo).port;
    return `http://127.0.0.1:${this.#port}/${this.#options.token}/`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets?.clients ?? []) socket.terminate();
    this.#sockets?.close();
    const closed = new Promise((resolve) => this.#http.close(resolve));
    this.#http.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = this.#pathOf(request);
    if (path === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404, PAGE_HEADERS).end('Not found\n');
      return;
    }
    if (path.startsWith('files/')) return this.#sendFile(path.slice('files'.length), response);
    await this.#sendPage(path === '' ? 'index.html' : path, response);
  }

  async #sendPage(name: string, response: ServerResponse): Promise<void> {
    const type = FILES.get(name);
    const folder = findPage();
    if (type === undefined || folder === undefined) {
      const problem = type === undefined ? 'Not found' : 'The page is not built: run `npm run build`.';
      response.writeHead(404, PAGE_HEADERS).end(`${problem}\n`);
      return;
    }
    const body = await readFile(new URL(name, folder));
    response.writeHead(200, { ...PAGE_HEADERS, 'content-type': type }).end(body);
  }

  /** Sends what somebody uploaded; in a sandbox, because it may be a page with scripts. */
  #sendFile(path: string, response: ServerResponse): void {
    const file = this.#options.file(path);
    if (!file) {
      response.writeHead(404, PAGE_HEADERS).end('Not found\n');
      return;
    }
    response
      .writeHead(200, {
        ...PAGE_HEADERS,
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'content-type': file.contentType,
      })
      .end(file.bytes);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const isOwn = request.headers.origin === `http://${request.headers.host}`;
    if (!isOwn || this.#pathOf(request) !== 'socket' || !this.#sockets) {
      socket.destroy();
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#options.accept(webSocket));
  }

  /** Path behind the token; `undefined` for whoever does not know it or came by another name. */
  #pathOf({ url = '/', headers }: IncomingMessage): string | undefined {
    const isHere = headers.host === `127.0.0.1:${this.#port}` || headers.host === `localhost:${this.#port}`;
    const prefix = `/${this.#options.token}/`;
    if (!isHere || !URL.canParse(url, 'http://playground')) return undefined;
    const { pathname } = new URL(url, 'http://playground');
    return pathname.startsWith(prefix) ? pathname.slice(prefix.length) : undefined;
  }
}
