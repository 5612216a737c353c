import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** Files below `test/` that the tables say assert something; names with a star stand for several. */
function testFilesOf(page: string): string[] {
  const named = [...page.matchAll(/`([a-z][\w-]*(?:\/[\w.-]+)+\.ts)`/g)].map(([, path]) => path!);
  return [...new Set(named)].filter((path) => !path.startsWith('src/'));
}

describe('The table of parity', () => {
  it('names test files that exist', () => {
    const files = testFilesOf(readFileSync('docs/parity.md', 'utf8'));
    expect(files.length).toBeGreaterThan(80);
    expect(files.filter((path) => !existsSync(`test/${path}`))).toEqual([]);
  });

  it('has as many cells in each row as in its head', () => {
    const lines = readFileSync('docs/parity.md', 'utf8').split('\n');
    const cells = (line: string): number => line.replaceAll('\\|', '').split('|').length;
    let head: string | undefined;
    const broken = lines.filter((line) => {
      if (!line.startsWith('|')) head = undefined;
      else if (head === undefined) head = line;
      else return cells(line) !== cells(head);
      return false;
    });
    expect(broken).toEqual([]);
  });
});
