import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Folder of the package, wherever the scripts are called from. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a Node script of `node_modules` or of the package in the foreground; gives its exit code. */
export function runNode(args, { env = {} } = {}) {
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** Runs npm in the foreground: the one that called the script, else the one on the path. */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return runNode([npm, ...args]);
  const result = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** Runs a script's body; an error ends it with its message alone, because a stack helps nobody here. */
export function main(body) {
  try {
    process.exitCode = body() ?? 0;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** `1234` → `1.2 s`. */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
