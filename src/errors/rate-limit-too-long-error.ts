import { CogworkError } from './cogwork-error.js';

/** What a request would have had to wait for. */
export interface RateLimitTooLongFacts {
  /** HTTP method, such as `POST`. */
  readonly method: string;
  /** Path without tokens. */
  readonly path: string;
  /** Milliseconds until the request could go out. */
  readonly retryAfterMs: number;
  /** Whether the limit of all requests together is meant, not that of the route. */
  readonly isGlobal: boolean;
}

/**
 * Request would have to wait for its rate limit longer than `maxWaitMs`; it was not sent.
 *
 * Send less often, raise `maxWaitMs`, or try again after `retryAfterMs`.
 */
export class RateLimitTooLongError extends CogworkError {
  readonly code = 'RATE_LIMIT_TOO_LONG';
  /** HTTP method, such as `POST`. */
  readonly method: string;
  /** Path of the route, without tokens. */
  readonly path: string;
  /** Milliseconds until the request could go out. */
  readonly retryAfterMs: number;
  /** Whether the limit of all requests together is meant, not that of the route. */
  readonly isGlobal: boolean;

  constructor(facts: RateLimitTooLongFacts, maxWaitMs: number) {
    super(
      `${facts.method} ${facts.path} would wait ${Math.ceil(facts.retryAfterMs)} ms for ${facts.isGlobal ? 'the global' : 'its'} ` +
        `rate limit, longer than maxWaitMs (${maxWaitMs}). Send less often, raise maxWaitMs, or try again later.`,
    );
    this.method = facts.method;
    this.path = facts.path;
    this.retryAfterMs = facts.retryAfterMs;
    this.isGlobal = facts.isGlobal;
  }
}
