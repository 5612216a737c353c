/**
 * HTTP without sockets: an undici `Dispatcher` that hands requests to a function.
 *
 * Works with undici's `request`, `stream`, `fetch` and with interceptors composed on top, whichever generation of
 * handler they pass down. Every request counts as traffic for the virtual clock until its answer was delivered.
 */
import { setImmediate } from 'node:timers';
import { Dispatcher } from 'undici';
import type { Activity } from '../clock/activity.js';
import type { HttpHandler, HttpRequest, HttpResponse } from './http-exchange.js';
import { readRequestBody } from './request-body.js';

/** What the dispatcher connects to. */
export interface InProcessDispatcherOptions {
  readonly handle: HttpHandler;
  readonly activity: Activity;
  /** Whether the emulator answers for that host. */
  readonly serves: (host: string) => boolean;
  readonly gatewayUrl: string;
}

/** Dispatcher whose requests end in the emulator. */
export class InProcessDispatcher extends Dispatcher {
  readonly #options: InProcessDispatcherOptions;
  #isClosed = false;

  constructor(options: InProcessDispatcherOptions) {
    super();
    this.#options = options;
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const arrived = this.#options.activity.begin();
    const delivery = new Delivery(handler);
    setImmediate(() => {
      void this.#exchange(options, delivery).finally(arrived);
    });
    return true;
  }

  override close(callback?: () => void): Promise<void> {
    this.#isClosed = true;
    callback?.();
    return Promise.resolve();
  }

  override destroy(error?: Error | null | (() => void), callback?: () => void): Promise<void> {
    return this.close(typeof error === 'function' ? error : callback);
  }

  async #exchange(options: Dispatcher.DispatchOptions, delivery: Delivery): Promise<void> {
    try {
      if (this.#isClosed) throw new Error('The dispatcher is closed.');
      delivery.start();
      const response = await this.#options.handle(await this.#toRequest(options));
      await new Promise((resolve) => setImmediate(resolve));
      delivery.deliver(response);
    } catch (error) {
      delivery.fail(error as Error);
    }
  }

  async #toRequest(options: Dispatcher.DispatchOptions): Promise<HttpRequest> {
    const url = new URL(options.path, options.origin);
    for (const [key, value] of Object.entries((options.query ?? {}) as Record<string, unknown>)) {
      for (const item of Array.isArray(value) ? value : [value]) url.searchParams.append(key, String(item));
    }
    if (!this.#options.serves(url.host)) {
      throw Object.assign(
        new Error(`getaddrinfo ENOTFOUND ${url.host}: the emulator serves only its own hosts`),
        {
          code: 'ENOTFOUND',
        },
      );
    }
    const body = await readRequestBody(options.body);
    const headers = readHeaders(options.headers);
    if (body.contentType !== undefined) headers['content-type'] ??= body.contentType;
    return { method: options.method, url, headers, body: body.bytes, gatewayUrl: this.#options.gatewayUrl };
  }
}

/** Speaks both dialects of undici's handlers. */
class Delivery {
  readonly #handler: Dispatcher.DispatchHandler;
  readonly #isModern: boolean;
  readonly #controller: Dispatcher.DispatchController;
  #aborted: Error | undefined;
  #isDone = false;

  constructor(handler: Dispatcher.DispatchHandler) {
    this.#handler = handler;
    this.#isModern = typeof handler.onRequestStart === 'function';
    const abort = (reason?: Error): void => this.#abort(reason ?? new Error('The request was aborted.'));
    const isAborted = (): boolean => this.#aborted !== undefined;
    const reason = (): Error | null => this.#aborted ?? null;
    this.#controller = {
      get aborted() {
        return isAborted();
      },
      get paused() {
        return false;
      },
      get reason() {
        return reason();
      },
      abort,
      pause() {},
      resume() {},
    };
  }

  start(): void {
    if (this.#isModern) this.#handler.onRequestStart?.(this.#controller, {});
    else this.#handler.onConnect?.((error) => this.#abort(error ?? new Error('The request was aborted.')));
  }

  deliver(response: HttpResponse): void {
    if (this.#aborted || this.#isDone) return;
    const body = Buffer.from(response.body as string);
    const headers: Record<string, string> = { ...response.headers };
    if (body.length > 0) headers['content-length'] = String(body.length);
    this.#isDone = true;
    if (this.#isModern) {
      this.#handler.onResponseStart?.(this.#controller, response.status, headers, '');
      if (body.length > 0) this.#handler.onResponseData?.(this.#controller, body);
      this.#handler.onResponseEnd?.(this.#controller, {});
      return;
    }
    const raw = Object.entries(headers).flatMap(([name, value]) => [Buffer.from(name), Buffer.from(value)]);
    this.#handler.onHeaders?.(response.status, raw, () => {}, '');
    if (body.length > 0) this.#handler.onData?.(body);
    this.#handler.onComplete?.([]);
  }

  fail(error: Error): void {
    if (this.#isDone) return;
    this.#isDone = true;
    const failure =
      'errno' in error ? Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) : error;
    if (this.#isModern) this.#handler.onResponseError?.(this.#controller, failure);
    else this.#handler.onError?.(failure);
  }

  #abort(reason: Error): void {
    if (this.#aborted) return;
    this.#aborted = reason;
    this.fail(reason);
  }
}

function readHeaders(headers: Dispatcher.DispatchOptions['headers']): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, value] of headerEntries(headers)) {
    if (value !== undefined && value !== null) read[name.toLowerCase()] = String(value);
  }
  return read;
}

function headerEntries(headers: Dispatcher.DispatchOptions['headers']): Iterable<[string, unknown]> {
  if (!headers) return [];
  if (Array.isArray(headers) && typeof headers[0] === 'string') {
    const flat = headers as string[];
    return flat.flatMap((name, i): [string, unknown][] => (i % 2 === 0 ? [[name, flat[i + 1]]] : []));
  }
  if (Symbol.iterator in headers) return headers as Iterable<[string, unknown]>;
  return Object.entries(headers);
}
