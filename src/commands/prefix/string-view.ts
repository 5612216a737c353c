import { ExpectedClosingQuoteError } from '../../errors/expected-closing-quote-error.js';
import { InvalidEndOfQuotedStringError } from '../../errors/invalid-end-of-quoted-string-error.js';
import { UnexpectedQuoteError } from '../../errors/unexpected-quote-error.js';
import { ALL_QUOTES, QUOTE_PAIRS } from './quote-pairs.js';

/**
 * Place in a typed command, word by word.
 *
 * A word ends at white space; a word that begins with a quote ends at its partner. A backslash takes a quote literally:
 * inside a quotation only its own pair, outside any quote; before anything else it is a backslash.
 */
export class StringView {
  readonly #text: readonly string[];
  #index = 0;

  constructor(text: string) {
    this.#text = [...text];
  }

  /** Place to come back to by `reset`. */
  get position(): number {
    return this.#index;
  }

  get isAtEnd(): boolean {
    return this.#index >= this.#text.length;
  }

  /** What has not been read, as it was typed. */
  get rest(): string {
    return this.#text.slice(this.#index).join('');
  }

  reset(position: number): void {
    this.#index = position;
  }

  skipSpace(): void {
    while (isSpace(this.#text[this.#index])) this.#index += 1;
  }

  /** Reads to the end. */
  takeRest(): string {
    const { rest } = this;
    this.#index = this.#text.length;
    return rest;
  }

  /** Reads up to the next white space, quotes and all. */
  takeBareWord(): string {
    const start = this.#index;
    while (!this.isAtEnd && !isSpace(this.#text[this.#index])) this.#index += 1;
    return this.#text.slice(start, this.#index).join('');
  }

  /**
   * Reads one word or quotation; `undefined` at the end.
   *
   * @throws {ArgumentParsingError} when quotes do not fit together.
   */
  takeWord(): string | undefined {
    const first = this.#text[this.#index];
    if (first === undefined) return undefined;
    const close = QUOTE_PAIRS.get(first);
    if (close === undefined) return this.#takeUnquoted();
    this.#index += 1;
    return this.#takeQuoted(first, close);
  }

  #takeUnquoted(): string {
    let word = '';
    for (let at = this.#next(); at !== undefined; at = this.#next()) {
      if (isSpace(at)) {
        this.#index -= 1;
        return word;
      }
      if (at === '\\') word += this.#takeEscape((next) => ALL_QUOTES.has(next));
      else if (ALL_QUOTES.has(at)) throw new UnexpectedQuoteError(at);
      else word += at;
    }
    return word;
  }

  #takeQuoted(open: string, close: string): string {
    let word = '';
    for (let at = this.#next(); at !== undefined; at = this.#next()) {
      if (at === close) return this.#endQuotation(word);
      if (at === '\\') {
        if (this.isAtEnd) break;
        word += this.#takeEscape((next) => next === open || next === close);
      } else word += at;
    }
    throw new ExpectedClosingQuoteError(close);
  }

  #endQuotation(word: string): string {
    const after = this.#text[this.#index];
    if (after === undefined || isSpace(after)) return word;
    throw new InvalidEndOfQuotedStringError(after);
  }

  /** Character after a backslash when it is escaped by it, the backslash itself otherwise. */
  #takeEscape(isEscapable: (next: string) => boolean): string {
    const next = this.#text[this.#index];
    if (next === undefined || !isEscapable(next)) return '\\';
    this.#index += 1;
    return next;
  }

  #next(): string | undefined {
    const character = this.#text[this.#index];
    this.#index += 1;
    return character;
  }
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/u.test(character);
}
