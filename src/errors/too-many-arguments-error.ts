import { UserFacingError } from './user-facing-error.js';

/**
 * Typed command goes on after its last option, and the command is strict.
 *
 * The user is told what is left over. Leave `strict` off, or end the options with one that takes the rest.
 */
export class TooManyArgumentsError extends UserFacingError {
  readonly code = 'TOO_MANY_ARGUMENTS';

  constructor(
    message: string,
    /** What is left over. */
    readonly rest: string,
  ) {
    super(message);
  }
}
