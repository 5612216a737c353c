/** Everything that can go wrong, on demand. */
import type { GatewayPayload } from '../gateway/frame-format.js';
import type { GatewayConnection } from '../gateway/gateway-connection.js';
import type { GatewayServer } from '../gateway/gateway-server.js';
import type { BucketRule, RateLimiter, RouteLimit } from '../rest/rate-limiter.js';
import { rateLimited } from '../rest/rate-limiter.js';
import type { GatewayFaults } from './gateway-faults.js';
import type { RequestFilter, RestFaults } from './rest-faults.js';

/** Which gateway connections a fault strikes: all of them, unless a bot or shard is named. */
export interface ConnectionFilter {
  /** Strikes connections of this bot only. */
  readonly botId?: string;
  /** Strikes connections of this shard only. */
  readonly shardId?: number;
}

/**
 * Faults of Discord, played on demand; each strikes at once or with the next request, and none lasts unless it says so.
 *
 * @example
 * ```ts
 * discord.faults.closeGateway(4000);
 * discord.faults.failRequests({ status: 503, times: 2 });
 * ```
 */
export class Faults {
  readonly #gateway: GatewayServer;
  readonly #gatewayFaults: GatewayFaults;
  readonly #rest: RestFaults;
  readonly #limiter: RateLimiter;

  /** @internal */
  constructor(gateway: GatewayServer, gatewayFaults: GatewayFaults, rest: RestFaults, limiter: RateLimiter) {
    this.#gateway = gateway;
    this.#gatewayFaults = gatewayFaults;
    this.#rest = rest;
    this.#limiter = limiter;
  }

  /** Closes gateway connections with a code. */
  closeGateway(code: number, filter?: ConnectionFilter): void {
    for (const connection of this.#connections(filter)) connection.close(code);
  }

  /** Drops gateway connections without a close frame. */
  dropGateway(filter?: ConnectionFilter): void {
    for (const connection of this.#connections(filter)) connection.drop();
  }

  /** Asks clients to reconnect (op 7). */
  requestReconnect(filter?: ConnectionFilter): void {
    for (const connection of this.#connections(filter)) connection.send({ t: null, s: null, op: 7, d: null });
  }

  /** Declares sessions invalid (op 9); unless resumable they are forgotten. */
  invalidateSession(isResumable: boolean, filter?: ConnectionFilter): void {
    for (const connection of this.#connections(filter)) this.#gateway.invalidate(connection, isResumable);
  }

  /** Asks clients for a heartbeat at once (op 1). */
  requestHeartbeat(filter?: ConnectionFilter): void {
    for (const connection of this.#connections(filter)) connection.send({ t: null, s: null, op: 1, d: null });
  }

  /** Stops acknowledging heartbeats, or starts again. */
  ignoreHeartbeats(isIgnoring = true): void {
    this.#gatewayFaults.isIgnoringHeartbeats = isIgnoring;
  }

  /** Delays the hello of the next connections; `Infinity` never sends it. */
  delayHello(delayMs: number, times = 1): void {
    this.#gatewayFaults.delayHello(delayMs, times);
  }

  /** Refuses the next gateway connections. */
  refuseConnections(times = 1): void {
    this.#gatewayFaults.refuseConnections(times);
  }

  /** Answers the next resumes with op 9 (not resumable). */
  refuseResumes(times = 1): void {
    this.#gatewayFaults.refuseResumes(times);
  }

  /** Sends bytes as they are: malformed JSON, unknown opcodes, cut frames. */
  sendRaw(frame: string | Buffer, filter?: ConnectionFilter): void {
    for (const connection of this.#connections(filter)) connection.sendRaw(frame);
  }

  /** Sends a dispatch that the world knows nothing of, as newer versions of Discord would. */
  sendDispatch(name: string, data: unknown, filter?: ConnectionFilter): void {
    for (const { session } of this.#connections(filter)) session?.dispatch(name, data);
  }

  /**
   * Decides for each outgoing frame how often it is sent: 0 drops it, 2 duplicates it; lasts until set to
   * `undefined`. @internal
   */
  setFrameCopies(copies: ((payload: GatewayPayload) => number) | undefined): void {
    this.#gatewayFaults.setCopies(copies);
  }

  /** Sets `resume_gateway_url` of the next sessions. */
  setResumeUrl(url: string | undefined): void {
    this.#gatewayFaults.resumeUrl = url;
  }

  /** Answers requests with a status, and with HTML instead of JSON if wanted. */
  failRequests({ status, times = 1, html = false, body, ...filter }: RequestFailure): void {
    const text = html
      ? `<!DOCTYPE html><html><head><title>${status}</title></head><body>cloudflare</body></html>`
      : JSON.stringify(body ?? { message: `${status}: emulated failure`, code: 0 });
    const headers = { 'content-type': html ? 'text/html; charset=UTF-8' : 'application/json' };
    this.#rest.plan(filter, { status, headers, body: text }, times);
  }

  /** Drops the connection of requests without an answer. */
  dropRequests({ times = 1, ...filter }: RequestFilter & { readonly times?: number } = {}): void {
    this.#rest.plan(filter, 'drop', times);
  }

  /** Answers requests with a 429 of one scope; `cloudflare` is the kind without JSON and rate-limit headers. */
  rateLimitRequests({
    scope = 'user',
    retryAfterMs = 1000,
    times = 1,
    ...filter
  }: RateLimitFault = {}): void {
    const answer =
      scope === 'cloudflare'
        ? {
            status: 429,
            headers: { 'content-type': 'text/html', 'retry-after': String(Math.ceil(retryAfterMs / 1000)) },
            body: '<html><body>error code: 1015</body></html>',
          }
        : rateLimited(retryAfterMs, scope);
    this.#rest.plan(filter, answer, times);
  }

  /** Gives a route a narrower bucket; lasts. */
  limitRoute(rule: RouteLimit): void {
    this.#limiter.limit(rule);
  }

  /** Sets or lifts the global limit; lasts. */
  limitGlobally(rule: BucketRule | undefined): void {
    this.#limiter.limitGlobally(rule);
  }

  /** Takes back everything that lasts or has not struck yet. */
  clear(): void {
    this.#gatewayFaults.clear();
    this.#rest.clear();
    this.#limiter.clear();
  }

  #connections({ botId, shardId }: ConnectionFilter = {}): GatewayConnection[] {
    return [...this.#gateway.connections].filter(
      ({ session }) =>
        (botId === undefined || session?.bot.id === botId) &&
        (shardId === undefined || session?.shardId === shardId),
    );
  }
}

/** Failure to answer requests with. */
export interface RequestFailure extends RequestFilter {
  /** HTTP status to answer with, such as 503. */
  readonly status: number;
  /** How many requests it strikes. Default: 1. */
  readonly times?: number;
  /** Whether the body is a page, as Cloudflare's are. */
  readonly html?: boolean;
  /** JSON body instead of the usual one. */
  readonly body?: unknown;
}

/** Rate limit to answer requests with. */
export interface RateLimitFault extends RequestFilter {
  /** Whose limit it is said to be. Default: `user`. */
  readonly scope?: 'user' | 'global' | 'shared' | 'cloudflare';
  /** How long the answer tells to wait, in milliseconds. Default: 1,000. */
  readonly retryAfterMs?: number;
  /** How many requests it strikes. Default: 1. */
  readonly times?: number;
}
