import { CogworkError } from './cogwork-error.js';

/** Discord did not answer a request in time; it may have been carried out all the same. */
export class RequestTimeoutError extends CogworkError {
  readonly code = 'REQUEST_TIMEOUT';

  constructor(
    readonly method: string,
    /** Path without tokens. */
    readonly path: string,
    readonly timeoutMs: number,
  ) {
    super(
      `${method} ${path} was not answered within ${timeoutMs} ms. Look at the connection, or raise timeoutMs for large uploads.`,
    );
  }
}
