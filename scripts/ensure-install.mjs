/**
 * Installs the dependencies when `node_modules` is missing or is not what the lock file says, and only then.
 *
 * Uses nothing but Node, because nothing else is there yet. Of the dependencies' install scripts only those run that
 * `allowScripts` in package.json lets; what else is used here comes as a ready binary.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, root, runNpm, seconds } from './run-step.mjs';

const stampPath = join(root, 'node_modules', '.lock-stamp');

/** Brings `node_modules` up to date with the lock file; throws when that fails. */
export function ensureInstall() {
  refuseOldNode();
  const reason = reasonToInstall();
  if (reason === undefined) return;
  console.log(`Installing dependencies: ${reason} …`);
  const startedAt = performance.now();
  const code = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error(`npm ci failed (exit code ${code}); what it says is above.`);
  writeFileSync(stampPath, lockHash());
  console.log(`Installed in ${seconds(performance.now() - startedAt)}.`);
}

/** Why an install is needed, or `undefined`. */
function reasonToInstall() {
  if (!existsSync(join(root, 'node_modules'))) return 'node_modules is missing';
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === lockHash()) return undefined;
  const difference = firstDifference();
  if (difference === undefined) writeFileSync(stampPath, lockHash());
  return difference;
}

/** Compares the lock file with the one npm leaves in `node_modules`, which lists what is really there. */
function firstDifference() {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return 'node_modules was not made by npm';
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(installedPath);
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === '' || (optional && !(path in installed))) continue;
    if (!(path in installed)) return `${path} is missing`;
    if (installed[path].version !== version) return `${path} is ${installed[path].version}, not ${version}`;
  }
  const extra = Object.keys(installed).find((path) => !(path in wanted));
  return extra && `${extra} is not in the lock file`;
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Node ${process.versions.node} is too old; install Node 20.19 or later.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(ensureInstall);
