import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { CommandLineError } from '../../errors/command-line-error.js';

/** Settings of the TypeScript compiler, those of extended files included. */
export interface TypescriptSettings {
  readonly path: string;
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}

/** Settings nearest to a file; `undefined` when there are none. */
export function findTsconfig(file: string): TypescriptSettings | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const path = join(folder, 'tsconfig.json');
    if (existsSync(path)) return { path, compilerOptions: readCompilerOptions(path) };
    if (folder === dirname(folder)) return undefined;
  }
}

/** @throws CommandLineError when a file cannot be read. */
function readCompilerOptions(path: string): Record<string, unknown> {
  const { extends: bases = [], compilerOptions = {} } = parseJsonWithComments(path);
  const inherited = [bases].flat().map((base) => readCompilerOptions(findBase(path, base)));
  return Object.assign({}, ...inherited, compilerOptions) as Record<string, unknown>;
}

interface TsconfigFile {
  readonly extends?: string | readonly string[];
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
}

function parseJsonWithComments(path: string): TsconfigFile {
  const text = readFileSync(path, 'utf8');
  // Strings are matched first, so that what looks like a comment in one stays.
  const plain = text
    .replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '$1')
    .replace(/("(?:[^"\\]|\\.)*")|,(\s*[}\]])/g, '$1$2');
  try {
    return JSON.parse(plain) as TsconfigFile;
  } catch (cause) {
    throw new CommandLineError(`${path} is not valid JSON.`, String(cause), { cause });
  }
}

function findBase(path: string, base: string): string {
  const isPath = base.startsWith('.') || base.startsWith('/');
  const candidates = isPath ? [base, `${base}.json`].map((name) => resolve(dirname(path), name)) : [];
  const found = candidates.find((name) => existsSync(name) && name.endsWith('.json'));
  if (found !== undefined) return found;
  const require = createRequire(path);
  for (const name of [base, `${base}.json`, `${base}/tsconfig.json`]) {
    try {
      return require.resolve(name);
    } catch {
      // The next way to name it.
    }
  }
  throw new CommandLineError(
    `${path} extends ${base}, which is not there.`,
    'Install it, or name another file.',
  );
}
