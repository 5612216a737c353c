import { CogworkError } from './cogwork-error.js';

/**
 * Nothing that was waited for happened in the time given.
 *
 * Catch it where nothing may come, or give `waitFor()` more time.
 */
export class WaitTimeoutError extends CogworkError {
  readonly code = 'WAIT_TIMEOUT';

  constructor(
    /** Name of the event waited for. */
    readonly event: string,
    /** How long was waited, in milliseconds. */
    readonly timeoutMs: number,
  ) {
    super(
      `No '${event}' that passed the check came within ${timeoutMs} ms. Catch this error, or give it more time.`,
    );
  }
}
