import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nothingThere } from '../utils/nothing-there.js';

/** Files that Node, or what it is run with, loads as modules; declarations are none. */
const MODULE = /(?<!\.d)\.[cm]?[jt]s$/;

/**
 * Path of a module that is meant by a path, a file URL, or the name of a package that the program depends on.
 *
 * Relative paths and packages are looked up from the working directory.
 */
export function modulePath(specifier: string | URL, cwd = process.cwd()): string {
  if (specifier instanceof URL || specifier.startsWith('file:')) return fileURLToPath(specifier);
  const isPackage =
    /^(@[\w.~-]+\/)?[a-z\d~][\w.~-]*(\/[\w./-]*)?$/.test(specifier) && !MODULE.test(specifier);
  return isPackage ? packageEntry(specifier, cwd) : resolve(cwd, specifier);
}

/**
 * Paths of the modules that a glob, a folder or anything of `modulePath` means, in alphabetical order.
 *
 * `*` stands for any part of a name, `**` for any folders, `{a,b}` for one of several; names that begin with `_` or `.`
 * are left out unless they are written out.
 */
export async function findModules(pattern: string | URL, cwd = process.cwd()): Promise<readonly string[]> {
  if (pattern instanceof URL || !/[*?{]|[/\\]$/.test(pattern)) return [modulePath(pattern, cwd)];
  const wanted = /[/\\]$/.test(pattern) ? `${pattern}*` : pattern;
  const path = resolve(cwd, wanted).split(sep).join('/');
  const base = path.slice(0, path.search(/[^/]*[*?{]/));
  const matches = globExpression(path);
  const files = await readdir(base, { recursive: true, withFileTypes: true }).catch(nothingThere);
  return files
    .filter((file) => file.isFile() && MODULE.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => matches.test(file.split(sep).join('/')))
    .sort();
}

/** Expression that a whole path has to fit. */
function globExpression(glob: string): RegExp {
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|\{[^}]*\}|[^\w/]/g, (part) => {
    if (part === '**/') return '(?:[^._/][^/]*/)*';
    if (part === '**') return '.*';
    if (part === '*') return '(?:(?<=[^/])[^/]*|[^._/][^/]*)';
    if (part === '?') return '[^/]';
    if (!part.startsWith('{')) return `\\${part}`;
    return `(?:${part.slice(1, -1).split(',').map(escaped).join('|')})`;
  });
  return new RegExp(`^${source}$`);
}

function escaped(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}

/** Entry of a package; one for `import` alone is found by its own file. */
function packageEntry(name: string, cwd: string): string {
  const require = createRequire(pathToFileURL(join(cwd, 'package.json')));
  try {
    return require.resolve(name);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error;
    return fileURLToPath(import.meta.resolve(name));
  }
}
