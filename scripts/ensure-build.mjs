/** Compiles `src` to `dist` with tsc and bundles it, when asked or when the sources changed since the last time. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { putInside } from './inside.mjs';
import { pruneDeclarations } from './prune-declarations.mjs';
import { main, root, runNode, seconds } from './run-step.mjs';

const dist = join(root, 'dist');
const cache = join(root, 'node_modules', '.cache', 'cogwork');
const stampPath = join(cache, 'build-stamp');

/** Builds when `dist` is missing or older than the sources; throws when the compiler refuses them. */
export function ensureBuild() {
  const isFresh =
    existsSync(dist) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === sourceHash();
  if (isFresh) return;
  const startedAt = performance.now();
  const code = build();
  if (code !== 0) throw new Error('tsc refused the sources; what it says is above.');
  console.log(`Built dist in ${seconds(performance.now() - startedAt)}.`);
}

/**
 * Builds in any case; gives tsc's exit code.
 *
 * Compiles beside `dist` and swaps at the end: files of removed sources do not stay, and whoever is reading `dist`
 * never sees half of it.
 */
export function build() {
  const hash = sourceHash();
  const fresh = join(cache, `dist-${process.pid}`);
  mkdirSync(cache, { recursive: true });
  let code = runNode(['node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', fresh]);
  if (code === 0) {
    bundle(fresh, entries());
    pruneDeclarations(fresh, importable());
    putInside(fresh);
    code = buildPage(join(fresh, 'playground-page'));
  }
  if (code === 0) {
    swapIn(fresh);
    writeFileSync(stampPath, hash);
  }
  rmSync(fresh, { recursive: true, force: true });
  return code;
}

/** Builds the page of the playground, for browsers. */
function buildPage(outDir) {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'scripts/page.vite.mjs'];
  return runNode([...vite, '--outDir', outDir]);
}

/** Puts the new folder in the place of `dist`; when another build does so at the same moment, theirs stays. */
function swapIn(fresh) {
  const old = `${fresh}.old`;
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Compiled entries of the package, by their paths in `dist`: what is imported and what is run. */
function entries() {
  const { bin = {} } = readManifest();
  return [...importable(), ...Object.values(bin).map(pathInDist)];
}

function importable() {
  const targets = Object.values(readManifest().exports ?? {}).map((target) => target.default);
  return targets.filter(Boolean).map(pathInDist);
}

function pathInDist(target) {
  return target.replace(/^(\.\/)?dist\//, '');
}

function readManifest() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

function sourceHash() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  const settings = [
    'package-lock.json',
    'scripts/page.vite.mjs',
    'scripts/bundle.mjs',
    'scripts/inside.mjs',
    'scripts/prune-declarations.mjs',
    'tsconfig.build.json',
    'tsconfig.json',
  ].map((name) => join(root, name));
  for (const path of [...sources.sort(), ...settings])
    hash.update(path).update('\0').update(readFileSync(path));
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(ensureBuild);
