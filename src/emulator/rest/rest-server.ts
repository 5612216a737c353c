/** Discord's REST API: finds the route, checks who asks, reads the body, and turns results and failures into answers. */
import { createRequire } from 'node:module';
import type FindMyWay from 'find-my-way';
import type { RestFaults } from '../faults/rest-faults.js';
import type { RestRecord } from '../record/rest-record.js';
import type { HttpRequest, HttpResponse } from '../transport/http-exchange.js';
import type { BotRecord } from '../world/bot-record.js';
import type { World } from '../world/world.js';
import { ApiFailure } from './api-failure.js';
import type { Asking } from './authenticate.js';
import { authenticate } from './authenticate.js';
import type { RateLimiter } from './rate-limiter.js';
import { readBody } from './read-body.js';
import type { RestCall, Route } from './rest-call.js';
import { RestReply } from './rest-call.js';
import { checkUserAgent } from './user-agent.js';

/** What the API is made of. */
export interface RestServerOptions {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly faults: RestFaults;
  readonly limiter: RateLimiter;
  readonly record: RestRecord;
}

const SUPPORTED_VERSIONS = new Set(['6', '7', '8', '9', '10']);

/** REST side of the emulator. */
export class RestServer {
  readonly #options: RestServerOptions;
  readonly #router: FindMyWay.Instance<FindMyWay.HTTPVersion.V1>;
  readonly #methodsByPath = new Map<string, string[]>();
  #crashes: Error[] = [];

  constructor(options: RestServerOptions) {
    this.#options = options;
    const findMyWay = createRequire(import.meta.url)('find-my-way') as typeof FindMyWay;
    this.#router = findMyWay({ maxParamLength: 2000, ignoreTrailingSlash: true });
    for (const route of options.routes) {
      this.#router.on(route.method, route.path, () => {}, route);
      this.#methodsByPath.set(route.path, [...(this.#methodsByPath.get(route.path) ?? []), route.method]);
    }
  }

  /** Errors inside the emulator itself; empty unless it has a bug. */
  get crashes(): readonly Error[] {
    return this.#crashes;
  }

  /** Answers one request. */
  async handle(request: HttpRequest): Promise<HttpResponse> {
    const fault = this.#options.faults.take(request);
    if (fault) return this.#finish(request, undefined, fault);
    const file = this.#findFile(request);
    if (file) return file;
    let bot: BotRecord | undefined;
    try {
      checkUserAgent(request);
      const { route, params } = this.#findRoute(request);
      const asking = authenticate(this.#options.world, request, route);
      bot = asking.bot;
      const limit = this.#options.limiter.take({ request, route, params, bot });
      if (limit.refusal) return this.#finish(request, bot, limit.refusal);
      const result = await route.handle(this.#toCall(request, params, asking));
      return this.#finish(request, bot, toResponse(result, limit.headers));
    } catch (error) {
      return this.#finish(request, bot, this.#toFailureResponse(error));
    }
  }

  #findRoute(request: HttpRequest): { route: Route; params: Record<string, string> } {
    const match = /^\/api(?:\/v(\d+))?(\/.*)$/.exec(request.url.pathname);
    if (!match) throw new ApiFailure(404, 0, '404: Not Found');
    if (match[1] !== undefined && !SUPPORTED_VERSIONS.has(match[1])) {
      throw new ApiFailure(400, 50041, 'Invalid API version provided');
    }
    // Some clients escape the at sign of `@me`.
    const path = match[2]!.replaceAll('%40', '@');
    const found = this.#router.find(request.method as FindMyWay.HTTPMethod, path);
    if (found) return { route: found.store as Route, params: found.params as Record<string, string> };
    const isOtherMethod = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].some((method) =>
      this.#router.find(method as FindMyWay.HTTPMethod, path),
    );
    throw isOtherMethod
      ? new ApiFailure(405, 0, '405: Method Not Allowed')
      : new ApiFailure(404, 0, '404: Not Found');
  }

  #toCall(request: HttpRequest, params: Record<string, string>, asking: Asking): RestCall {
    const { body, files } = readBody(request);
    const reason = request.headers['x-audit-log-reason'];
    return {
      world: this.#options.world,
      request,
      params,
      query: request.url.searchParams,
      body,
      files,
      ...asking,
      reason: reason === undefined ? undefined : decodeReason(reason),
    };
  }

  #findFile(request: HttpRequest): HttpResponse | undefined {
    if (request.method !== 'GET' || request.url.pathname.startsWith('/api')) return undefined;
    const file = this.#options.world.files.get(decodeURIComponent(request.url.pathname));
    if (!file) return undefined;
    return { status: 200, headers: { 'content-type': file.contentType }, body: file.bytes };
  }

  #toFailureResponse(error: unknown): HttpResponse {
    if (error instanceof ApiFailure) return json(error.status, error.toBody());
    const crash = error instanceof Error ? error : new Error(String(error));
    this.#crashes.push(crash);
    const emulator = `The emulator itself failed: ${crash.stack ?? crash.message}`;
    return json(500, { message: '500: Internal Server Error', code: 0, emulator });
  }

  #finish(request: HttpRequest, bot: BotRecord | undefined, response: HttpResponse): HttpResponse {
    this.#options.record.exchanged(request, bot, response);
    return response;
  }
}

function toResponse(result: unknown, limitHeaders: Readonly<Record<string, string>>): HttpResponse {
  const reply =
    result instanceof RestReply ? result : new RestReply(result === undefined ? 204 : 200, result);
  if (reply.body instanceof Buffer) {
    return { status: reply.status, headers: { ...limitHeaders, ...reply.headers }, body: reply.body };
  }
  const response =
    reply.body === undefined
      ? { status: reply.status, headers: {}, body: '' }
      : json(reply.status, reply.body);
  return { ...response, headers: { ...response.headers, ...limitHeaders, ...reply.headers } };
}

/** JSON answer. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

function decodeReason(reason: string): string {
  try {
    return decodeURIComponent(reason);
  } catch {
    return reason;
  }
}
