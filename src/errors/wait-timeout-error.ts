import { CogworkError } from './cogwork-error.js';

/** Nothing that was waited for happened in the time given. */
export class WaitTimeoutError extends CogworkError {
  readonly code = 'WAIT_TIMEOUT';

  constructor(
    /** Name of the event waited for. */
    readonly event: string,
    readonly timeoutMs: number,
  ) {
    super(
      `No '${event}' that passed the check came within ${timeoutMs} ms. Catch this error, or give it more time.`,
    );
  }
}
