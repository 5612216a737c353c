import { CheckError } from './check-error.js';

/**
 * Check of the bot's own gave `false`.
 *
 * The user is told "You cannot use this here." Throw a `CheckFailedError` with a text of your own from the check to
 * say more.
 */
export class CheckFailedError extends CheckError {
  readonly code = 'CHECK_FAILED';

  constructor(
    message = 'You cannot use this here.',
    /** Name of the check's function or class. */
    readonly check = '',
  ) {
    super(message);
  }
}
