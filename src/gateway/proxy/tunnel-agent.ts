import type { AgentOptions, ClientRequest, ClientRequestArgs, IncomingMessage } from 'node:http';
import { Agent, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { ProxyRefusedError } from '../../errors/proxy-refused-error.js';

type Connected = (error: Error | null, stream: Duplex) => void;
/** The same callback as it is called when there is no stream. */
type Failed = ((error: Error) => void) | undefined;

/** Node agent that reaches its hosts through an HTTP proxy, by CONNECT; user and password stand in the proxy's url. */
export class TunnelAgent extends Agent {
  readonly #proxy: URL;
  readonly #isSecure: boolean;
  /** Looked at by Node's client, which refuses an agent of another protocol. */
  readonly protocol: string;

  constructor(proxyUrl: string, isSecure: boolean, options: AgentOptions = {}) {
    super(options);
    this.#proxy = new URL(proxyUrl);
    this.#isSecure = isSecure;
    this.protocol = isSecure ? 'https:' : 'http:';
  }

  override createConnection(options: ClientRequestArgs, callback?: Connected): undefined {
    const host = options.host ?? 'localhost';
    const target = `${host}:${options.port ?? (this.#isSecure ? 443 : 80)}`;
    const request = this.#connectRequest(target);
    request.once('error', (error) => (callback as Failed)?.(error));
    request.once('connect', (response: IncomingMessage, socket: Duplex) => {
      if (response.statusCode !== 200) {
        socket.destroy();
        (callback as Failed)?.(new ProxyRefusedError(this.#proxy.host, response.statusCode ?? 0));
      } else {
        callback?.(null, this.#isSecure ? connectTls({ socket, servername: host }) : socket);
      }
    });
    request.end();
    return undefined;
  }

  #connectRequest(target: string): ClientRequest {
    const { hostname, port, protocol, username, password } = this.#proxy;
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    const open = protocol === 'https:' ? httpsRequest : httpRequest;
    return open({
      agent: false,
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port || (protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: target,
      headers: {
        host: target,
        ...(username && { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` }),
      },
    });
  }
}
