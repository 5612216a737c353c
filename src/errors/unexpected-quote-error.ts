import { ArgumentParsingError } from './argument-parsing-error.js';

/** Quote stands inside a word that is not quoted. */
export class UnexpectedQuoteError extends ArgumentParsingError {
  readonly code = 'UNEXPECTED_QUOTE';

  constructor(readonly quote: string) {
    super(`There is a quote ${quote} inside a word. Put a backslash before it, or quote the whole word.`);
  }
}
