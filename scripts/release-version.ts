/**
 * `npm run release:version`: turns the waiting changesets into the next version.
 *
 * Sets it in package.json and the lock file, and gives what stands under "Unreleased" in CHANGELOG.md its number and day.
 * Nothing is committed, tagged or published.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { datedChangelog } from './release/dated-changelog.js';

function versionNow(): string {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
}

function main(): void {
  const waiting = readdirSync('.changeset').filter((name) => name.endsWith('.md') && name !== 'README.md');
  if (waiting.length === 0) {
    throw new Error(
      'No changeset is waiting: make one with `npm run changeset`, so that the next version is known.',
    );
  }
  const before = versionNow();
  execFileSync(process.execPath, ['node_modules/@changesets/cli/bin.js', 'version'], { stdio: 'inherit' });
  const version = versionNow();
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync('CHANGELOG.md', datedChangelog(readFileSync('CHANGELOG.md', 'utf8'), version, day));
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { stdio: 'inherit' });
  console.log(
    `${before} → ${version}. Look at the difference, commit it, tag v${version} and run npm publish.`,
  );
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
