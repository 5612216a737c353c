import { parseBody } from './api-error.js';
import type { HttpResponse } from './http-exchange.js';

/**
 * What a 429 stops: one request (a limit hidden below the bucket's), its bucket, everything of the bot, or, when something
 * before Discord answers, everything of the address.
 */
export type ThrottleReach = 'request' | 'bucket' | 'global' | 'address';

/** Meaning of a 429. */
export interface Throttle {
  readonly reach: ThrottleReach;
  readonly retryAfterMs: number;
}

/** Waiting time when a 429 names none. */
const DEFAULT_RETRY_AFTER_MS = 5000;

/** Reads a 429. @see https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
export function readThrottle({ headers, ...response }: HttpResponse): Throttle {
  const body = parseBody({ headers, ...response });
  const inBody = body?.['retry_after'];
  const seconds = typeof inBody === 'number' ? inBody : headers.retryAfter;
  const retryAfterMs =
    seconds === undefined ? DEFAULT_RETRY_AFTER_MS : Math.max(0, Math.ceil(seconds * 1000));
  if (!body) return { reach: 'address', retryAfterMs };
  if (headers.isGlobal || headers.scope === 'global' || body['global'] === true)
    return { reach: 'global', retryAfterMs };
  const isHidden = headers.scope !== 'shared' && (headers.rateLimit?.remaining ?? 0) > 0;
  return { reach: isHidden ? 'request' : 'bucket', retryAfterMs };
}
