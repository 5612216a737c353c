import { UserFacingError } from './user-facing-error.js';

/**
 * User gave a value that an option cannot take; the message is for the user.
 *
 * The user is told what is wrong with the value. A converter throws it for values that it does not take.
 */
export class OptionValueError extends UserFacingError {
  readonly code = 'OPTION_VALUE';

  constructor(
    message: string,
    /** Name of the option as the user sees it. */
    readonly optionName: string,
    /** What the user gave, when there was something. */
    readonly value?: unknown,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
