/**
 * Makes a module of each block of code: its page's prelude and the blocks above it are in scope, its own names win.
 *
 * The code stands on the same line as in its page, so that what the compiler says can be read as a place in the page.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { CodeBlock } from './code-blocks.js';
import { exportedNames, ownExports, topLevelNames } from './module-names.js';

/** One module to compile. */
export interface BlockModule {
  /** Path of its file, from the root of the project. */
  readonly path: string;
  readonly text: string;
}

/** Names that a module gives to blocks. */
interface Scope {
  /** Specifier of an entry, or path of a file from the root of the project. */
  readonly from: string;
  readonly names: readonly string[];
}

/** Entries of the package by their specifiers, the ones that more people use first. */
export const entries: ReadonlyMap<string, string> = new Map([
  ['cogwork', 'src/index.ts'],
  ['cogwork/testing', 'src/testing/index.ts'],
  ['cogwork/emulator', 'src/emulator/index.ts'],
  ['cogwork/voice', 'src/voice/index.ts'],
  ['cogwork/playground', 'src/playground/index.ts'],
]);

/** Folder of the preludes: for `docs/guide.md` it is `docs/guide.ts` in there. */
const PRELUDES = 'test/docs/preludes';

/** Modules of the blocks of a page, which are read from top to bottom, in files of this folder. */
export function modulesOfPage(blocks: readonly CodeBlock[], folder: string): readonly BlockModule[] {
  const scopes = preludes(blocks[0]?.page.replace(/\.md$/, ''));
  return blocks
    .filter(({ info }) => !info.startsWith('of '))
    .map((block) => {
      const path = join(folder, block.page, fileName(block));
      const names = block.info === 'member' ? [] : topLevelNames(block.code);
      const module = { path, text: textOf(block, names, path, scopes) };
      scopes.unshift({ from: path, names });
      return module;
    });
}

/** Modules of the examples in a source file, each by itself; what the file and the package export is in scope. */
export function modulesOfExamples(blocks: readonly CodeBlock[], folder: string): readonly BlockModule[] {
  return blocks.map((block) => {
    const path = join(folder, block.page, fileName(block));
    const names = block.info === 'member' ? [] : topLevelNames(block.code);
    return {
      path,
      text: textOf(block, names, path, [fileScope(block.page), ...entryScopes(), ...preludes('examples')]),
    };
  });
}

/** The name that a block begins with, as in `// bot.ts`, or one by its line. */
function fileName({ code, line }: CodeBlock): string {
  return /^\/\/ ([\w.-]+\.ts)$/m.exec(code.split('\n')[0] ?? '')?.[1] ?? `block-${line}.ts`;
}

function textOf(
  { line, code, info }: CodeBlock,
  names: readonly string[],
  path: string,
  scopes: readonly Scope[],
): string {
  const [before, after] = info === 'member' ? ['class Fragment {', '}'] : ['', ''];
  const blank = '\n'.repeat(Math.max(0, line - 3));
  const exported = new Set(ownExports(code));
  const passedOn = [...new Set(names)].filter((name) => !exported.has(name));
  const imports = importsFor(code, names, path, scopes);
  return `${imports}\n${blank}${before}\n${code}\n${after}\nexport { ${passedOn.join(', ')} };\n`;
}

/** One line that imports what the code names and does not declare, each name from the nearest scope. */
function importsFor(code: string, own: readonly string[], path: string, scopes: readonly Scope[]): string {
  const words = new Set(code.match(/[A-Za-z_$][\w$]*/g));
  const taken = new Set(own);
  return scopes
    .map(({ from, names }) => {
      const wanted = [...new Set(names)].filter((name) => words.has(name) && !taken.has(name));
      for (const name of wanted) taken.add(name);
      return wanted.length === 0 ? '' : `import { ${wanted.join(', ')} } from '${specifier(from, path)}';`;
    })
    .join(' ');
}

function specifier(from: string, path: string): string {
  if (entries.has(from)) return from;
  const way = relative(dirname(path), from).replace(/\.ts$/, '.js');
  return way.startsWith('.') ? way : `./${way}`;
}

function preludes(name: string | undefined): Scope[] {
  const path = `${PRELUDES}/${name}.ts`;
  return existsSync(path) ? [fileScope(path)] : [];
}

function fileScope(path: string): Scope {
  return { from: path, names: exportedNames(path, entries) };
}

function entryScopes(): readonly Scope[] {
  return [...entries].map(([from, path]) => ({ from, names: exportedNames(path, entries) }));
}
