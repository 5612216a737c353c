/** Finds blocks of TypeScript in pages of documentation, and in `@example`s of doc comments. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One block of code, and where it stands. */
export interface CodeBlock {
  /** File that it is in, from the root of the project. */
  readonly page: string;
  /** Line of its first line of code, from 1. */
  readonly line: number;
  /** What follows the language: `member`, `of discord.js`, or nothing. */
  readonly info: string;
  readonly code: string;
}

/** Pages of the documentation: those at the root, in docs, and beside examples. */
export function documentationPages(): readonly string[] {
  const markdown = (path: string): boolean => path.endsWith('.md') && !path.includes('node_modules');
  const within = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(markdown)
      .map((path) => join(folder, path));
  return [...readdirSync('.').filter(markdown), ...within('docs'), ...within('examples')].sort();
}

/** Blocks of one language in a page; the rest of the text does not matter. */
export function blocksOfPage(page: string, language = 'ts'): readonly CodeBlock[] {
  return fencedBlocks(page, readFileSync(page, 'utf8').split('\n'), language);
}

/** Blocks of the `@example`s in a source file, without the stars of the comment. */
export function examplesOfSource(path: string): readonly CodeBlock[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const words = lines.map((line) => (/^\s*(?:\/\*\*|\*)/.test(line) ? line.replace(/^\s*\/?\*+ ?/, '') : ''));
  return fencedBlocks(path, words, 'ts');
}

/** Lines of a source file on which an `@example` has no fence around its code. */
export function unfencedExamples(path: string): readonly number[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const isBare = /^\s*(?:\/\*)?\*+ @example/.test(line) && !/^\s*\* ```ts/.test(lines[index + 1] ?? '');
    return isBare ? [index + 1] : [];
  });
}

/** Source files of the package whose comments are shown to users. */
export function sourceFiles(folder = 'src'): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !dirname(path).includes('playground/page'))
    .map((path) => join(folder, path))
    .sort();
}

function fencedBlocks(page: string, lines: readonly string[], language: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { line: number; info: string; isWanted: boolean } | undefined;
  for (const [index, line] of lines.entries()) {
    const fence = /^```(\w*) ?(.*)$/.exec(line);
    if (!fence) continue;
    const [, name = '', info = ''] = fence;
    if (open === undefined) open = { line: index + 2, info, isWanted: name === language };
    else {
      const code = lines.slice(open.line - 1, index).join('\n');
      if (open.isWanted) blocks.push({ page, line: open.line, info: open.info, code });
      open = undefined;
    }
  }
  return blocks;
}
