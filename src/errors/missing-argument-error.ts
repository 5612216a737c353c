import { UserFacingError } from './user-facing-error.js';

/** Typed command ends before a required option. */
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
