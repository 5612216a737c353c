import { UserFacingError } from './user-facing-error.js';

/**
 * Typed command ends before a required option.
 *
 * The user is told which option is missing. Give the option a default where it can have one.
 */
export class MissingArgumentError extends UserFacingError {
  readonly code = 'MISSING_ARGUMENT';

  constructor(
    message: string,
    /** Name of the option that is missing. */
    readonly optionName: string,
  ) {
    super(message);
  }
}
