/**
 * Programs that some tests need and npm does not have: Debian's packages, installed when they can be.
 *
 * Where they cannot, it says so, and those tests are skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const chromiumPlaces = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];

const programs = [
  {
    name: 'Chromium',
    packages: ['chromium', 'fonts-noto-color-emoji'],
    isThere: () => findChromium() !== undefined,
    skipped: "the playground's page",
    remedy: 'Install Chromium, or name one with CHROMIUM_PATH.',
  },
  {
    name: 'ffmpeg',
    packages: ['ffmpeg'],
    isThere: () => isOnPath('ffmpeg'),
    skipped: 'what goes through ffmpeg',
    remedy: 'Install ffmpeg.',
  },
];

/** Path of a Chromium; `undefined` when there is none. */
export function findChromium() {
  return chromiumPlaces.find((path) => path && existsSync(path));
}

/** Installs what is missing and can be installed. */
export function ensureDebianPackages() {
  const missing = programs.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(' and ');
  console.log(`There is no ${names}: installing the packages of Debian.`);
  const problem = whyNot() ?? install(missing.flatMap(({ packages }) => packages));
  for (const { name, isThere, skipped, remedy } of missing) {
    if (isThere()) continue;
    console.warn(
      `The tests of ${skipped} are SKIPPED: ${problem ?? `the package brought no ${name}.`} ${remedy}`,
    );
  }
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function whyNot() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return 'this system has no apt-get.';
  if (process.getuid() !== 0) return 'installing packages needs root.';
  return undefined;
}

function install(packages) {
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
  return undefined;
}
