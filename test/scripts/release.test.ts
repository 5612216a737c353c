import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { datedChangelog } from '../../scripts/release/dated-changelog.js';

const changelog = `# Changelog

## [Unreleased]

### Added

- Voice.

## [0.1.0] - 2026-01-01

- First.
`;

describe('The changelog at a release', () => {
  it('gives what was unreleased a version and a day, and leaves the rest', () => {
    const dated = datedChangelog(changelog, '0.2.0', '2026-02-03');
    expect(dated).toBe(changelog.replace('## [Unreleased]', '## [Unreleased]\n\n## [0.2.0] - 2026-02-03'));
  });

  it.each([
    ['nothing is unreleased', changelog.replace('- Voice.\n', ''), '0.2.0', 'says nothing'],
    ['the version is there already', changelog, '0.1.0', 'has version 0.1.0 already'],
    ['the heading is gone', changelog.replace('[Unreleased]', 'Next'), '0.2.0', 'has no heading'],
  ])('is refused when %s', (_what, text, version, message) => {
    expect(() => datedChangelog(text, version, '2026-02-03')).toThrow(message);
  });

  it('can be made of the one that is there', () => {
    const dated = datedChangelog(readFileSync('CHANGELOG.md', 'utf8'), '99.0.0', '2026-02-03');
    expect(dated).toContain('## [Unreleased]\n\n## [99.0.0] - 2026-02-03\n');
  });
});

describe('Changesets', () => {
  it('leave the changelog to people', () => {
    const { changelog: writer } = JSON.parse(readFileSync('.changeset/config.json', 'utf8')) as object & {
      changelog: unknown;
    };
    expect(writer).toBe(false);
  });

  it('name this package and a kind of version', () => {
    const waiting = readdirSync('.changeset').filter((name) => name.endsWith('.md') && name !== 'README.md');
    for (const name of waiting) {
      const text = readFileSync(`.changeset/${name}`, 'utf8');
      expect(text).toMatch(/^---\n["']cogwork["']: (patch|minor|major)\n---\n\n\S/);
    }
  });
});
