import type { Dispatcher } from 'undici';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import type { ResponseHeaders } from './rate-limit-headers.js';
import { readHeaders } from './rate-limit-headers.js';
import type { Cancellable, UnderWay } from './under-way.js';

/** What goes on the wire. */
export interface HttpRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: Dispatcher.HttpMethod;
  /** Names and values by turns. */
  readonly headers: string[];
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
  /** Made when the time is up. */
  readonly onTimeout: () => Error;
}

/** What came back, whole. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: Buffer;
}

const EMPTY = Buffer.alloc(0);

/** Sends one request and gathers its answer, without a stream in between; it is in `underWay` while it lasts. */
export function exchange(
  dispatcher: Dispatcher,
  clock: Clock,
  underWay: UnderWay,
  request: HttpRequest,
): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const handler = new ExchangeHandler(clock, underWay, request, resolve, reject);
    const { origin, path, method, headers, body } = request;
    if (handler.isOver) return;
    try {
      dispatcher.dispatch(
        {
          origin,
          path,
          method,
          headers,
          body: (body ?? null) as Dispatcher.DispatchOptions['body'] & object,
          headersTimeout: 0,
          bodyTimeout: 0,
        },
        handler,
      );
    } catch (error) {
      handler.onError(error as Error);
    }
  });
}

/** Receives one answer from undici; ends exactly once, by answer, error, abort or timeout. */
class ExchangeHandler implements Dispatcher.DispatchHandler, Cancellable {
  isOver = false;
  readonly #clock: Clock;
  readonly #underWay: UnderWay;
  readonly #place: number = -1;
  readonly #request: HttpRequest;
  readonly #resolve: (response: HttpResponse) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #timer: TimerHandle | undefined;
  #abort: ((reason?: Error) => void) | undefined;
  #status = 0;
  #rawHeaders: Buffer[] = [];
  #body: Buffer = EMPTY;
  #chunks: Buffer[] | undefined;

  constructor(
    clock: Clock,
    underWay: UnderWay,
    request: HttpRequest,
    resolve: (response: HttpResponse) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#clock = clock;
    this.#underWay = underWay;
    this.#request = request;
    this.#resolve = resolve;
    this.#reject = reject;
    const { signal, timeoutMs } = request;
    if (signal?.aborted) {
      this.#fail(signal.reason);
      return;
    }
    this.#place = underWay.enter(this);
    signal?.addEventListener('abort', this.#onAbort, { once: true });
    if (timeoutMs !== Number.POSITIVE_INFINITY) {
      this.#timer = clock.setTimeout(() => this.#fail(request.onTimeout()), timeoutMs);
    }
  }

  onConnect(abort: (reason?: Error) => void): void {
    if (this.isOver) abort(new Error('The request was given up.'));
    else this.#abort = abort;
  }

  onHeaders(status: number, rawHeaders: Buffer[]): boolean {
    if (status < 200) return true;
    this.#status = status;
    this.#rawHeaders = rawHeaders;
    return true;
  }

  onData(chunk: Buffer): boolean {
    if (this.#body === EMPTY) {
      this.#body = chunk;
      return true;
    }
    this.#chunks ??= [this.#body];
    this.#chunks.push(chunk);
    return true;
  }

  onComplete(): void {
    if (!this.#finish()) return;
    const body = this.#chunks ? Buffer.concat(this.#chunks) : this.#body;
    this.#resolve({ status: this.#status, headers: readHeaders(this.#rawHeaders), body });
  }

  onError(error: Error): void {
    if (this.#finish()) this.#reject(error);
  }

  cancel(reason: unknown): void {
    this.#fail(reason);
  }

  readonly #onAbort = (): void => this.#fail(this.#request.signal?.reason);

  #fail(reason: unknown): void {
    if (!this.#finish()) return;
    this.#abort?.(reason instanceof Error ? reason : new Error('The request was given up.'));
    this.#reject(reason);
  }

  #finish(): boolean {
    if (this.isOver) return false;
    this.isOver = true;
    if (this.#place >= 0) this.#underWay.leave(this.#place);
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer);
    this.#request.signal?.removeEventListener('abort', this.#onAbort);
    return true;
  }
}
