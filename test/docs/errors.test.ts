/** docs/errors.md is what the error classes say of themselves. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readErrorClasses, readErrorCodes } from '../../scripts/docs/error-classes.js';
import { errorsPage } from '../../scripts/docs/errors-page.js';

const page = readFileSync('docs/errors.md', 'utf8');

describe('The page of errors', () => {
  it('is up to date; `npm run docs:errors` writes it anew', () => {
    expect(page.split('\n')).toEqual(errorsPage('.').split('\n'));
  });

  it('has every code once, with a class of its own', () => {
    const codes = readErrorCodes('src/errors');
    const headings = [...page.matchAll(/^## (\w+)$/gm)].map(([, code]) => code);
    expect(headings).toEqual([...codes].sort((a, b) => a.localeCompare(b, 'en')));
    expect(codes.length).toBeGreaterThan(80);
    const classes = readErrorClasses('src/errors').filter(({ code }) => code !== undefined);
    expect(classes).toHaveLength(codes.length);
  });
});

describe('An error class', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cogwork-errors-'));
  const errors = join(folder, 'src/errors');
  mkdirSync(join(folder, 'src/voice'), { recursive: true });
  mkdirSync(errors);
  writeFileSync(join(folder, 'src/index.ts'), "export { OldError } from './errors/old-error.js';");
  writeFileSync(join(folder, 'src/voice/index.ts'), '');
  writeFileSync(join(errors, 'error-code.ts'), "export type ErrorCode =\n  | 'OLD';\n");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pageOf = (source: string): string => {
    writeFileSync(join(errors, 'old-error.ts'), source);
    return errorsPage(folder);
  };

  it('is written down with what it says, its facts and where to read on', () => {
    const page = pageOf(`
      /**
       * Milk is too old. It smells.
       *
       * Throw it away, as {@link Bin} says.
       *
       * @see https://example.org/milk
       */
      export class OldError extends CogworkError {
        readonly code = 'OLD';
        constructor(
          /** Days since it was opened. */
          readonly days: number,
          hint: string,
        ) { super(hint); }
      }`);
    expect(page).toContain('| [`OLD`](#old) | `OldError` | Milk is too old. |');
    expect(page).toContain('**What to do.** Throw it away, as `Bin` says.');
    expect(page).toContain('| `days` | `number` | Days since it was opened. |');
    expect(page).toContain("[Discord's documentation](https://example.org/milk)");
  });

  it.each([
    ['has no comment', "export class OldError extends CogworkError { readonly code = 'OLD'; }", 'when it is'],
    [
      'has no cure',
      "/** Old. */ export class OldError extends CogworkError { readonly code = 'OLD'; }",
      'what to do',
    ],
    [
      'lost its code',
      '/** Old.\n *\n * Do. */ export class OldError extends CogworkError {}',
      'the code OLD',
    ],
    [
      'is not exported',
      "/** Old.\n *\n * Do. */ export class NewError extends CogworkError { readonly code = 'OLD'; }",
      'exported by no entry',
    ],
    [
      'has a fact without a comment',
      "/** Old.\n *\n * Do. */ export class OldError extends CogworkError { readonly code = 'OLD'; constructor(readonly days: number) { super(''); } }",
      'OldError.days has no comment',
    ],
  ])('is refused when it %s', (_what, source, message) => {
    expect(() => pageOf(source)).toThrow(message);
  });
});
