import { describe, expect, test } from '@jest/globals';
import { StringView } from '../../../src/commands/prefix/string-view.js';
import { ExpectedClosingQuoteError } from '../../../src/errors/expected-closing-quote-error.js';
import { InvalidEndOfQuotedStringError } from '../../../src/errors/invalid-end-of-quoted-string-error.js';
import { UnexpectedQuoteError } from '../../../src/errors/unexpected-quote-error.js';

function words(text: string): string[] {
  const view = new StringView(text);
  const found: string[] = [];
  view.skipSpace();
  while (!view.isAtEnd) {
    found.push(view.takeWord()!);
    view.skipSpace();
  }
  return found;
}

describe('StringView', () => {
  test.each([
    ['one two  three', ['one', 'two', 'three']],
    ['"two words" x', ['two words', 'x']],
    [
      '“typographic quotes” «guillemets» 「corner brackets」',
      ['typographic quotes', 'guillemets', 'corner brackets'],
    ],
    [String.raw`"a \"q\" \n" x`, [String.raw`a "q" \n`, 'x']],
    [String.raw`o\"ne`, ['o"ne']],
    [String.raw`back\slash`, [String.raw`back\slash`]],
    ['""', ['']],
    ['emoji 👍🏽 here', ['emoji', '👍🏽', 'here']],
    ['', []],
  ])('splits %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    ['o"ne', UnexpectedQuoteError],
    ['"a"b', InvalidEndOfQuotedStringError],
    ['"un abc', ExpectedClosingQuoteError],
    ['"ends in a backslash\\', ExpectedClosingQuoteError],
  ])('refuses %j', (text, error) => {
    expect(() => words(text)).toThrow(error);
  });

  test('comes back to a place', () => {
    const view = new StringView('one two');
    const { position } = view;
    view.takeWord();
    view.reset(position);
    expect(view.takeRest()).toBe('one two');
  });
});
