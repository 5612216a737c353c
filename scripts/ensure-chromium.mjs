/**
 * Sees to it that there is a Chromium for the tests of the playground's page: Debian's package, installed when it can be.
 *
 * Where it cannot, it says so, and those tests are skipped. `CHROMIUM_PATH` names another one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const packages = ['chromium', 'fonts-noto-color-emoji'];

/** Path of a Chromium; `undefined` when there is none. */
export function findChromium() {
  return places.find((path) => path && existsSync(path));
}

/** Installs Chromium when there is none and it can be installed. */
export function ensureChromium() {
  if (findChromium()) return;
  console.log('There is no Chromium: installing the package of Debian.');
  const problem = whyNot() ?? install();
  if (problem)
    console.warn(
      `The tests of the playground's page are SKIPPED: ${problem} Install Chromium, or name one with CHROMIUM_PATH.`,
    );
}

function whyNot() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return 'this system has no apt-get.';
  if (process.getuid() !== 0) return 'installing packages needs root.';
  return undefined;
}

function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status, stderr } = spawnSync('apt-get', ['-q', ...args], {
      env,
      encoding: 'utf8',
      timeout: 300_000,
    });
    if (status !== 0)
      return `apt-get ${args[0]} failed: ${stderr.trim().split('\n').at(-1) ?? 'it took too long'}.`;
  }
  return findChromium() ? undefined : 'the package brought no /usr/bin/chromium.';
}
