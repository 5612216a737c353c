import { ArgumentParsingError } from './argument-parsing-error.js';

/**
 * Quotation is opened and never closed.
 *
 * The user is told which quote is missing.
 */
export class ExpectedClosingQuoteError extends ArgumentParsingError {
  readonly code = 'EXPECTED_CLOSING_QUOTE';

  constructor(
    /** Quote that is missing. */
    readonly closeQuote: string,
  ) {
    super(`A quotation is not closed: ${closeQuote} is missing.`);
  }
}
