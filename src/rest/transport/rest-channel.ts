import type { Snowflake } from '../../types/type-tools.js';
import type { Trace } from '../../utils/trace-work.js';
import { typedTracingChannel } from '../../utils/typed-channel.js';
import type { HttpMethod } from './route.js';

/** One request with all its attempts: what is published on `cogwork:rest`. */
export interface RestTrace extends Trace {
  /** Bot whose token the client has; `undefined` for other tokens. */
  readonly botId: Snowflake | undefined;
  /** Method of HTTP. */
  readonly method: HttpMethod;
  /** Path with `{}` for every id: of use as a name, because there are few of them. */
  readonly route: string;
  /** Path with its ids; tokens are replaced. */
  readonly path: string;
  /** Attempt that is under way, or was the last: 1 at first. */
  attempt: number;
  /** Status of the last answer. */
  status?: number;
  /** Name of the bucket that Discord counts the request in, when it has one. */
  bucket?: string;
  /** Milliseconds for which rate limits have held the request back so far. */
  waitedMs: number;
}

/**
 * Channel about every request to Discord's HTTP API, from the call to its result.
 *
 * @example
 * ```ts
 * restChannel.subscribe({
 *   asyncEnd: ({ method, route, status, waitedMs }) => console.log(method, route, status, waitedMs),
 * });
 * ```
 */
export const restChannel = typedTracingChannel<RestTrace>('cogwork:rest');

/** Notes what the last attempt was answered. */
export function noteAnswer(trace: RestTrace, status: number, bucket: string | undefined): void {
  trace.status = status;
  if (bucket !== undefined) trace.bucket = bucket;
}

/** Notes that another attempt follows, and for how long a limit held it back. */
export function noteRepeat(trace: RestTrace, attempt: number, waitedMs: number): void {
  trace.attempt = attempt;
  trace.waitedMs += waitedMs;
}
