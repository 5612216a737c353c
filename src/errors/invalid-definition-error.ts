import { CogworkError } from './cogwork-error.js';

/**
 * Something declared on a class breaks a rule of Discord or of the package; found at registration, never later.
 *
 * Change the declaration as the message says; `place` names class and member.
 */
export class InvalidDefinitionError extends CogworkError {
  readonly code = 'INVALID_DEFINITION';

  constructor(
    message: string,
    /** Class and member that declare it, as in `BanOptions.days`. */
    readonly place: string,
    options?: ErrorOptions,
  ) {
    super(`${place}: ${message}`, options);
  }
}
