import { CogworkError } from '../../errors/cogwork-error.js';
import { RequestTimeoutError } from '../../errors/request-timeout-error.js';
import type { RequestOptions } from '../request-options.js';
import type { HttpMethod } from './route.js';

/** Faults that happen before anything reached the other side. */
const CONNECT_FAULTS: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Faults of the caller's, which repeating does not mend. */
const OWN_FAULTS: ReadonlySet<unknown> = new Set([
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
  'UND_ERR_INVALID_ARG',
  'UND_ERR_NOT_SUPPORTED',
  'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
]);

const MAX_DELAY_MS = 16_000;

/** Statuses after which Discord may be better in a moment. */
export function isTransientStatus(status: number): boolean {
  return status === 500 || status === 502 || status === 503 || status === 504;
}

/**
 * Whether doing a request twice is the same as doing it once.
 *
 * A POST is not: two would make two messages. Unless the caller knows better, or Discord drops the second by its nonce.
 */
export function isRepeatable(method: HttpMethod, options: RequestOptions): boolean {
  if (options.isRepeatable !== undefined) return options.isRepeatable;
  if (method !== 'POST') return true;
  const body = options.body as
    | { readonly nonce?: unknown; readonly enforce_nonce?: unknown }
    | undefined
    | null;
  return body?.enforce_nonce === true && body.nonce !== undefined;
}

/** Whether a request that got no answer may be sent again. */
export function mayRepeatAfterFault(error: unknown, isSafe: boolean): boolean {
  if (error instanceof RequestTimeoutError) return isSafe;
  if (CogworkError.is(error)) return false;
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (OWN_FAULTS.has(code)) return false;
  return isSafe || CONNECT_FAULTS.has(code);
}

/** Milliseconds before the next attempt: doubling from one second, with jitter so that many clients do not come at once. */
export function backoffMs(attempt: number): number {
  const baseMs = Math.min(MAX_DELAY_MS, 1000 * 2 ** (attempt - 1));
  return Math.round(baseMs / 2 + Math.random() * baseMs);
}
