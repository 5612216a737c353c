import type { HttpRequest, HttpResponse } from '../transport/http-exchange.js';
import { ConnectionDropped } from '../transport/http-exchange.js';

/** Which requests a fault strikes. */
export interface RequestFilter {
  /** Strikes requests of this HTTP method only, such as `POST`. */
  readonly method?: string;
  /** Part of the path, or a pattern for it. */
  readonly path?: string | RegExp;
}

interface PlannedFault {
  readonly filter: RequestFilter;
  readonly answer: HttpResponse | 'drop';
  times: number;
}

/** What goes wrong with REST; read by the REST side, set through {@link Faults}. */
export class RestFaults {
  readonly #planned: PlannedFault[] = [];

  plan(filter: RequestFilter, answer: HttpResponse | 'drop', times: number): void {
    this.#planned.push({ filter, answer, times });
  }

  /** Answer to give instead of the real one; throws when the connection is to be dropped. */
  take(request: HttpRequest): HttpResponse | undefined {
    const at = this.#planned.findIndex(({ filter }) => fits(filter, request));
    const fault = this.#planned[at];
    if (!fault) return undefined;
    if (--fault.times <= 0) this.#planned.splice(at, 1);
    if (fault.answer === 'drop') throw new ConnectionDropped('Dropped by a fault.');
    return fault.answer;
  }

  clear(): void {
    this.#planned.length = 0;
  }
}

function fits({ method, path }: RequestFilter, request: HttpRequest): boolean {
  if (method !== undefined && method !== request.method) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? request.url.pathname.includes(path) : path.test(request.url.pathname);
}
