import { CheckError } from './check-error.js';

/**
 * Handler is running as often as it may at one time.
 *
 * The user is told to wait. Raise `uses` of `@MaxConcurrency`, or set `wait: true`, so that the next run waits its
 * turn.
 */
export class MaxConcurrencyError extends CheckError {
  readonly code = 'MAX_CONCURRENCY';

  constructor(
    /** How many runs there may be at one time. */
    readonly uses: number,
    /** What is counted: by user, by guild and the like. */
    readonly by: string,
  ) {
    super('This is still running. Wait until it has ended, then try again.');
  }
}
