import { ArgumentParsingError } from './argument-parsing-error.js';

/**
 * Something other than a space follows a closing quote.
 *
 * The user is told where a space is missing.
 */
export class InvalidEndOfQuotedStringError extends ArgumentParsingError {
  readonly code = 'INVALID_END_OF_QUOTED_STRING';

  constructor(
    /** Character found where a space was expected. */
    readonly character: string,
  ) {
    super(`After a closing quote there must be a space, not "${character}".`);
  }
}
