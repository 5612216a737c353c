import { UserFacingError } from './user-facing-error.js';

/**
 * Named options of a typed command are not as they should be.
 *
 * The user is told which option is empty or was given too often.
 */
export class FlagError extends UserFacingError {
  readonly code = 'FLAG';

  constructor(
    message: string,
    /** Name of the option. */
    readonly optionName: string,
    /** What is wrong with it. */
    readonly reason: 'empty' | 'tooMany',
  ) {
    super(message);
  }
}
