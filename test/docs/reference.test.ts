/** Every public name has a comment that is of use in an index, links lead somewhere, and what signatures name is exported. */
import { execFile } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { commentFaults } from '../../scripts/docs/comment-faults.js';

describe('The reference', () => {
  it('documents every public name; `npm run docs` makes it', async () => {
    const { code, output } = await runDocs('--check');
    expect(code === 0 ? '' : output).toBe('');
    expect(Number(/^(\d+) public names/m.exec(output)?.[1])).toBeGreaterThan(4_000);
  }, 180_000);
});

describe('A comment', () => {
  const fault = (name: string, sentence: string | undefined): string | undefined =>
    commentFaults([{ path: `index.Thing.${name}`, name, place: 'src/thing.ts:1', sentence }])[0];

  it.each([
    ['is missing', 'size', undefined, 'has no comment.'],
    ['is nothing but tags', 'size', '', 'has tags and no sentence.'],
    [
      'begins with an empty word',
      'size',
      'The size of the thing.',
      'begins with an empty word: "The size of the thing."',
    ],
    [
      'says that it returns',
      'size',
      'Returns how large it is.',
      'begins with an empty word: "Returns how large it is."',
    ],
    ['has no end', 'size', 'How large it is', 'does not end with a period: "How large it is"'],
    ['is the name once more', 'guildId', 'Guild id.', 'repeats its name: "Guild id."'],
  ])('is refused when it %s', (_what, name, sentence, expected) => {
    expect(fault(name, sentence)).toBe(`src/thing.ts:1 index.Thing.${name} ${expected}`);
  });

  it('is refused when it stands under many names', () => {
    const names = ['red', 'green', 'blue', 'pink', 'grey', 'white'].map((name) => {
      return { path: `index.Thing.${name}`, name, place: 'src/thing.ts:1', sentence: 'Part of the thing.' };
    });
    expect(commentFaults(names)).toHaveLength(6);
    expect(commentFaults(names.slice(1))).toEqual([]);
  });

  it.each([
    ['size', 'How large it is, in bytes.'],
    ['guildId', 'Id of the guild; `undefined` in direct messages.'],
    ['port', 'Port, 1 to 65,535.'],
  ])('is taken when it tells something: %s', (name, sentence) => {
    expect(fault(name, sentence)).toBeUndefined();
  });
});

function runDocs(...options: readonly string[]): Promise<{ code: number; output: string }> {
  const args = ['--import', 'tsx', 'scripts/docs.ts', ...options];
  const { NODE_OPTIONS: _, ...env } = process.env;
  return new Promise((done) => {
    const child = execFile(process.execPath, args, { env }, (_error, stdout, stderr) => {
      done({ code: child.exitCode ?? 1, output: stderr + stdout });
    });
  });
}
