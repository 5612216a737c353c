import { CogworkError } from './cogwork-error.js';

/**
 * Discord did not answer a request in time; it may have been carried out all the same.
 *
 * Look whether it was carried out before asking again; raise `timeoutMs` for large uploads.
 */
export class RequestTimeoutError extends CogworkError {
  readonly code = 'REQUEST_TIMEOUT';

  constructor(
    /** HTTP method, such as `POST`. */
    readonly method: string,
    /** Path without tokens. */
    readonly path: string,
    /** How long was waited, in milliseconds. */
    readonly timeoutMs: number,
  ) {
    super(
      `${method} ${path} was not answered within ${timeoutMs} ms. Look at the connection, or raise timeoutMs for large uploads.`,
    );
  }
}
