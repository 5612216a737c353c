import { ArgumentParsingError } from './argument-parsing-error.js';

/**
 * Quote stands inside a word that is not quoted.
 *
 * The user is told to put a backslash before it, or to quote the whole word.
 */
export class UnexpectedQuoteError extends ArgumentParsingError {
  readonly code = 'UNEXPECTED_QUOTE';

  /** Quote that stands where none is expected. */
  readonly quote: string;

  constructor(quote: string) {
    super(`There is a quote ${quote} inside a word. Put a backslash before it, or quote the whole word.`);
    this.quote = quote;
  }
}
