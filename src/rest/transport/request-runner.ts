import { CogworkError } from '../../errors/cogwork-error.js';
import { DownloadFailedError } from '../../errors/download-failed-error.js';
import { RateLimitTooLongError } from '../../errors/rate-limit-too-long-error.js';
import { RequestFailedError } from '../../errors/request-failed-error.js';
import { RequestTimeoutError } from '../../errors/request-timeout-error.js';
import { RestClosedError } from '../../errors/rest-closed-error.js';
import type { Clock } from '../../utils/clock.js';
import type { Secret } from '../../utils/secret.js';
import { sleep } from '../../utils/sleep.js';
import { SteadyClock } from '../../utils/steady-clock.js';
import { traceWork } from '../../utils/trace-work.js';
import type { CallOptions, Requester, RequestOptions } from '../request-options.js';
import type { ResolvedRestOptions } from '../rest-options.js';
import { toApiError } from './api-error.js';
import { Authorization } from './authorization.js';
import type { Bucket } from './bucket.js';
import { DispatcherSource } from './dispatcher-source.js';
import type { HttpResponse } from './http-exchange.js';
import { exchange } from './http-exchange.js';
import { InvalidRequestGuard } from './invalid-request-guard.js';
import { toQueryString } from './query.js';
import { RateLimiter } from './rate-limiter.js';
import type { RequestBody } from './request-body.js';
import { hasFiles, toFormBody, toPlainBody } from './request-body.js';
import { decodeBody } from './response-body.js';
import type { RestTrace } from './rest-channel.js';
import { noteAnswer, noteRepeat, restChannel } from './rest-channel.js';
import { backoffMs, isRepeatable, isTransientStatus, mayRepeatAfterFault } from './retry-policy.js';
import type { Route } from './route.js';
import type { Throttle } from './throttle.js';
import { readThrottle } from './throttle.js';
import { UnderWay } from './under-way.js';
import { userAgent } from './user-agent.js';

/** One request on its way through attempts. */
interface Call {
  readonly route: Route;
  readonly options: RequestOptions;
  readonly path: string;
  readonly headers: string[];
  readonly body: RequestBody;
  readonly maxWaitMs: number;
  readonly isSafe: boolean;
  /** Message of `restChannel`, when somebody listens. */
  readonly trace: RestTrace | undefined;
  attempt: number;
  faults: number;
  /** Whether the limiter makes it wait after a 429, so that nobody else need. */
  isHeld: boolean;
}

const NO_OPTIONS: RequestOptions = Object.freeze({});

/** Life of a request: wait for limits, send, and answer, repeat or fail. */
export class RequestRunner implements Requester {
  readonly limiter: RateLimiter;
  readonly guard: InvalidRequestGuard;
  readonly clock: Clock;
  readonly #options: ResolvedRestOptions;
  readonly #source: DispatcherSource;
  readonly #userAgent: string;
  readonly #underWay = new UnderWay();
  readonly #closing = new AbortController();
  #authorization: Authorization;

  constructor(token: string | Secret | undefined, options: ResolvedRestOptions) {
    this.#options = options;
    this.clock = options.assumeUnsyncClock ? new SteadyClock(options.clock) : options.clock;
    this.#authorization = this.#authorize(token);
    this.#source = new DispatcherSource(options);
    this.#userAgent = userAgent(options.userAgentSuffix);
    this.limiter = new RateLimiter({ ...options, clock: this.clock }, this.#authorization.key);
    this.guard = new InvalidRequestGuard(this.clock, options.logger, {
      warnEvery: options.invalidRequestWarnEvery,
      stopAt: options.invalidRequestStopAt,
    });
  }

  /** Uses another token for every request that is not on the wire yet. */
  setToken(token: string | Secret | undefined): void {
    this.#authorization = this.#authorize(token);
    this.limiter.setTokenKey(this.#authorization.key);
  }

  request<T>(route: Route, options: RequestOptions = NO_OPTIONS): Promise<T> {
    return restChannel.hasSubscribers ? this.#trace<T>(route, options) : this.#run<T>(route, options);
  }

  /** Fetches a file from wherever it is; the token does not go along. */
  async download(url: URL, options: Omit<CallOptions, 'maxWaitMs'>): Promise<Buffer> {
    this.#closing.signal.throwIfAborted();
    const address = `${url.origin}${url.pathname}`;
    const timeoutMs = options.timeoutMs ?? this.#options.timeoutMs;
    const response = await exchange(await this.#source.get(), this.clock, this.#underWay, {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: ['user-agent', this.#userAgent],
      body: undefined,
      signal: options.signal,
      timeoutMs,
      onTimeout: () => new RequestTimeoutError('GET', address, timeoutMs),
    }).catch((cause: unknown) => {
      if (CogworkError.is(cause) || options.signal?.aborted) throw cause;
      throw new DownloadFailedError(address, undefined, { cause });
    });
    if (response.status !== 200) throw new DownloadFailedError(address, response.status);
    return response.body;
  }

  async close(): Promise<void> {
    const reason = new RestClosedError();
    this.#closing.abort(reason);
    this.limiter.close(reason);
    this.#underWay.cancel(reason);
    await this.#source.close();
  }

  #trace<T>(route: Route, options: RequestOptions): Promise<T> {
    const { method, path, shape } = route;
    const { botId } = this.#authorization;
    const trace: RestTrace = { botId, method, route: shape.template, path, attempt: 1, waitedMs: 0 };
    const work = (): Promise<T> => this.#run(route, options, trace);
    return traceWork({ channel: restChannel, trace, clock: this.clock, work }) as Promise<T>;
  }

  async #run<T>(route: Route, options: RequestOptions, trace?: RestTrace): Promise<T> {
    const call = this.#toCall(
      route,
      options,
      hasFiles(options) ? await toFormBody(options) : toPlainBody(options),
      trace,
    );
    for (;;) {
      const response = await this.#attempt(call);
      if (response && response.status < 300) return decodeBody(response) as T;
      const delayMs = response ? this.#reviewAnswer(call, response) : backoffMs(call.faults);
      if (delayMs > 0) await this.#pause(delayMs, options.signal);
      call.attempt++;
      if (trace) noteRepeat(trace, call.attempt, response?.status === 429 ? delayMs : 0);
    }
  }

  #authorize(token: string | Secret | undefined): Authorization {
    const authorization = new Authorization(token, this.#options.tokenType);
    if (authorization.secret) this.#options.logger.hide(authorization.secret);
    return authorization;
  }

  #toCall(route: Route, options: RequestOptions, body: RequestBody, trace: RestTrace | undefined): Call {
    const path = this.#options.basePath + route.toPath() + toQueryString(options.query);
    const isSafe = body.isRepeatable && isRepeatable(route.method, options);
    const maxWaitMs = options.maxWaitMs ?? this.#options.maxWaitMs;
    const headers = this.#headersOf(options, body);
    const state = { attempt: 1, faults: 0, isHeld: false };
    return { route, options, path, headers, body, maxWaitMs, isSafe, trace, ...state };
  }

  #headersOf(options: RequestOptions, body: RequestBody): string[] {
    const headers = ['user-agent', this.#userAgent];
    if (body.contentType !== undefined) headers.push('content-type', body.contentType);
    if (body.size !== undefined) headers.push('content-length', String(body.size));
    if (options.reason !== undefined) headers.push('x-audit-log-reason', encodeURIComponent(options.reason));
    return headers;
  }

  /** One attempt; `undefined` is a connection fault after which the request may be repeated. */
  async #attempt(call: Call): Promise<HttpResponse | undefined> {
    this.#closing.signal.throwIfAborted();
    this.guard.check();
    const askedMs = call.trace ? this.clock.monotonicNow() : 0;
    const bucket = await this.#acquire(call);
    if (call.trace) call.trace.waitedMs += this.clock.monotonicNow() - askedMs;
    let response: HttpResponse;
    try {
      response = await this.#send(call);
    } catch (error) {
      bucket?.releaseLost();
      this.#reviewFault(call, error);
      return undefined;
    }
    const { status, headers } = response;
    this.#noteAnswer(call, response);
    if (status === 429) this.#throttle(call, bucket, response);
    this.guard.record(status, headers.scope);
    if (this.#options.limits === 'local') this.limiter.release(call.route, bucket, status, headers);
    return response;
  }

  #noteAnswer({ attempt, route, trace }: Call, { status, headers }: HttpResponse): void {
    const { logger } = this.#options;
    if (trace) noteAnswer(trace, status, headers.rateLimit?.bucket);
    const level = status < 400 ? 'trace' : 'debug';
    if (logger.isLevelEnabled(level, 'rest')) logger[level]('rest', `${route}: ${status}`, { attempt });
  }

  #acquire(call: Call): Bucket | undefined | PromiseLike<Bucket | undefined> {
    if (this.#options.limits === 'remote') return undefined;
    const { signal } = call.options;
    return this.limiter.acquire(call.route, { signal, maxWaitMs: call.maxWaitMs, isRetry: call.attempt > 1 });
  }

  async #send(call: Call): Promise<HttpResponse> {
    const { route, options, path, body } = call;
    const dispatcher = this.#source.current ?? (await this.#source.get());
    this.#closing.signal.throwIfAborted();
    const timeoutMs = options.timeoutMs ?? this.#options.timeoutMs;
    const authorization =
      options.authorization ?? this.#authorization.headerFor(route, options.isPublic === true);
    return exchange(dispatcher, this.clock, this.#underWay, {
      origin: this.#options.origin,
      path,
      method: route.method,
      headers: authorization === undefined ? call.headers : [...call.headers, 'authorization', authorization],
      body: body.open(),
      signal: options.signal,
      timeoutMs,
      onTimeout: () => new RequestTimeoutError(route.method, route.path, timeoutMs),
    });
  }

  /** Throws unless a request that got no answer may be sent again. */
  #reviewFault(call: Call, error: unknown): void {
    const { route, options } = call;
    if (options.signal?.aborted || this.#closing.signal.aborted)
      throw options.signal?.reason ?? this.#closing.signal.reason;
    const mayRepeat = call.body.isRepeatable && mayRepeatAfterFault(error, call.isSafe);
    if (mayRepeat && call.faults < this.#options.retries) {
      call.faults++;
      this.#options.logger.debug('rest', `${route} got no answer and is sent again`, {
        attempt: call.attempt,
        error,
      });
      return;
    }
    if (CogworkError.is(error)) throw error;
    throw new RequestFailedError(route.method, route.path, { cause: error }, this.#options.address);
  }

  /** Milliseconds until the request is sent again; throws when it is not. */
  #reviewAnswer(call: Call, response: HttpResponse): number {
    const { route } = call;
    if (response.status === 429 && call.body.isRepeatable)
      return this.#reviewThrottle(call, readThrottle(response));
    if (isTransientStatus(response.status) && call.isSafe && call.faults < this.#options.retries) {
      call.faults++;
      this.#options.logger.debug('rest', `${route} answered ${response.status} and is sent again`, {
        attempt: call.attempt,
      });
      return backoffMs(call.faults);
    }
    throw toApiError(route, response, this.#options.address);
  }

  /** Waits that the limiter makes by itself are not made twice. */
  #reviewThrottle(call: Call, { reach, retryAfterMs }: Throttle): number {
    const { route, maxWaitMs } = call;
    if (retryAfterMs > maxWaitMs) {
      const { method, path } = route;
      throw new RateLimitTooLongError(
        { method, path, retryAfterMs, isGlobal: reach === 'global' },
        maxWaitMs,
      );
    }
    return call.isHeld ? 0 : retryAfterMs;
  }

  /** Tells the limiter of a 429 before the slot is given back, so that nobody slips through. */
  #throttle(call: Call, bucket: Bucket | undefined, response: HttpResponse): void {
    const { route } = call;
    const { reach, retryAfterMs } = readThrottle(response);
    this.#options.logger[reach === 'request' ? 'debug' : 'warn'](
      'rest',
      `${route} was rate limited (${reach})`,
      {
        retryAfterMs,
      },
    );
    if (this.#options.limits === 'remote') return;
    const untilMs = this.clock.now() + retryAfterMs;
    if (reach === 'bucket') this.limiter.block(route, bucket, response.headers, untilMs);
    else if (reach === 'global') this.limiter.global.block(untilMs);
    else if (reach === 'address') this.limiter.ban(untilMs);
    call.isHeld = reach !== 'request' && !(reach === 'global' && route.hasOwnToken);
  }

  #pause(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
    const closing = this.#closing.signal;
    return sleep(this.clock, delayMs, signal ? AbortSignal.any([signal, closing]) : closing);
  }
}
