const UNRELEASED = '## [Unreleased]';

/**
 * Changelog in which what was unreleased is a version of a day, below a heading for what comes next.
 *
 * @throws {Error} when there is nothing under the heading, or the version is there already.
 */
export function datedChangelog(changelog: string, version: string, day: string): string {
  const [before, rest] = changelog.split(`${UNRELEASED}\n`);
  if (rest === undefined) throw new Error(`CHANGELOG.md has no heading "${UNRELEASED}".`);
  if (changelog.includes(`## [${version}]`)) throw new Error(`CHANGELOG.md has version ${version} already.`);
  if (!/^- /m.test(rest.split(/^## /m)[0] ?? '')) {
    throw new Error(
      `CHANGELOG.md says nothing under "${UNRELEASED}": write what users get before you release it.`,
    );
  }
  return `${before}${UNRELEASED}\n\n## [${version}] - ${day}\n${rest}`;
}
