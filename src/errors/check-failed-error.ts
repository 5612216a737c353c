import { CheckError } from './check-error.js';

/** Check of the bot's own gave `false`. */
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
