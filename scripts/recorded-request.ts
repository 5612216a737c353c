import type { Requester, RequestOptions } from '../src/rest/request-options.js';
import { Rest } from '../src/rest/rest.js';
import type { Route } from '../src/rest/transport/route.js';

/** Request that a method would have sent. */
export interface RecordedRequest {
  readonly route: Route;
  readonly options: RequestOptions;
}

/** Keeps requests instead of sending them; each is answered with an empty object. */
export class RequestRecorder implements Requester {
  readonly requests: RecordedRequest[] = [];

  request<T>(route: Route, options: RequestOptions = {}): Promise<T> {
    this.requests.push({ route, options });
    return Promise.resolve({} as T);
  }
}

/** REST client whose resources speak to a recorder. */
export function recordingRest(recorder: RequestRecorder): Rest {
  const rest = new Rest('recorded');
  const entries = Object.entries(rest).map(([name, resource]) => {
    const Resource = (resource as object).constructor as new (requester: Requester) => object;
    return [name, new Resource(recorder)];
  });
  return Object.assign(Object.create(Rest.prototype) as Rest, Object.fromEntries(entries));
}
