/**
 * Joins the compiled modules of the package into one file for each entry, and chunks for what entries share.
 *
 * Loading several hundred modules takes three times as long. Declarations stay as they are.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Half of the text is comments and spaces, which every start would read; names and lines stay, for stack traces. */
const compact = { legalComments: 'none', lineLimit: 120, minifyWhitespace: true, target: 'node20' };

/** Bundles a folder of compiled modules in place; `entries` are paths in it, those that do not exist left out. */
export function bundle(folder, entries) {
  const entryPoints = entries.filter((entry) => existsSync(join(folder, entry)));
  if (entryPoints.length === 0) return;
  const { buildSync, transformSync } = createRequire(import.meta.url)('esbuild'); // not there yet when the script installs it
  const modules = filesOf(folder, '.js');
  const names = new Set(modules.flatMap((path) => classNames(leaveNamesAlone(path))));
  const { outputFiles } = buildSync({
    absWorkingDir: folder,
    entryPoints,
    outdir: folder,
    outbase: folder,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    format: 'esm',
    ignoreAnnotations: true,
    packages: 'external',
    platform: 'node',
    splitting: true,
    target: 'node20',
    write: false,
  });
  for (const path of modules) rmSync(path);
  for (const { path, text } of outputFiles) {
    refuseOtherNames(text, names);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, transformSync(nameAgain(text), compact).code);
  }
}

/** `let A = class A` to `let A = class`: the name is the same, and the bundler does not make it `A2`. */
function leaveNamesAlone(path) {
  const text = readFileSync(path, 'utf8');
  const plain = text.replace(/^(let|var) (\w+) = class \2\b/gm, '$1 $2 = class');
  if (plain !== text) writeFileSync(path, plain);
  return plain;
}

/** A class that names itself becomes `A = class _A`, and would be called so; esbuild's own cure names every function too. */
function nameAgain(text) {
  return text.replace(
    /^((?:let|var) (\w+) = class _\2\b[^{]*\{)/gm,
    '$1 static { Object.defineProperty(this, "name", { value: "$2", configurable: true }); }',
  );
}

function classNames(text) {
  return [...text.matchAll(/^(?:export )?(?:(?:let|var) (\w+) = class|class (\w+))/gm)].map(
    ([, assigned, declared]) => assigned ?? declared,
  );
}

/** Names of classes are seen: as names of cogs, commands and errors. */
function refuseOtherNames(text, names) {
  const other = classNames(text).find((name) => !names.has(name));
  if (other !== undefined)
    throw new Error(`Bundling renamed a class to ${other}: give two classes different names.`);
}

function filesOf(folder, ending) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(ending))
    .map((file) => join(file.parentPath, file.name));
}
