/** Runs what docs/testing.md and the guides of those who come from elsewhere show, as it stands there. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = resolve('.');
const folder = join(root, 'node_modules', '.cache', 'cogwork', `testing-guide-${process.pid}`);
const guide = readFileSync('docs/testing.md', 'utf8');

/** Blocks of code that begin with the name of their file. */
const filesOf = (page: string): ReadonlyArray<readonly [string, string]> =>
  [...page.matchAll(/^```ts\n\/\/ (\S+\.ts)\n([\s\S]*?)^```$/gm)].map(
    ([, name = '', code = '']) => [name, code] as const,
  );
const files = filesOf(guide);
/** Guides that show the test of a cog beside it; the files of each get a folder of their own. */
const others = ['discord-js', 'discordx', 'py-cord'].map(
  (name) => [name, filesOf(readFileSync(`docs/migrating-from-${name}.md`, 'utf8'))] as const,
);
const settings = JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(guide)?.[1] ?? '') as {
  moduleNameMapper: Record<string, string>;
};

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const [name, code] of files) writeFileSync(join(folder, name), code);
  for (const [page, ownFiles] of others) {
    mkdirSync(join(folder, page));
    for (const [name, code] of ownFiles) writeFileSync(join(folder, page, name), code);
  }
  const config = {
    ...settings,
    rootDir: folder,
    // The package is what stands in src, wherever these tests run from.
    moduleNameMapper: {
      '^cogwork$': `${root}/src/index.ts`,
      '^cogwork/testing/jest$': `${root}/src/testing/jest.ts`,
      '^cogwork/testing$': `${root}/src/testing/index.ts`,
      ...settings.moduleNameMapper,
    },
    transformIgnorePatterns: ['/node_modules/(?!\\.cache/cogwork)'],
    testPathIgnorePatterns: [],
    haste: { retainAllFiles: true },
  };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the guides', () => {
  it('to testing has a test of an example bot, of about fifty lines', () => {
    const test = new Map(files).get('polls.test.ts') ?? '';
    const lines = test.trimEnd().split('\n').length;
    expect(lines).toBeGreaterThan(40);
    expect(lines).toBeLessThanOrEqual(55);
  });

  it('show tests that pass as they are written', async () => {
    const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const { code, output } = await runNode([...flags, jest, '--json', '--config', 'jest.config.json']);
    expect(code === 0 ? '' : output).toBe('');
    const { numPassedTests, numPassedTestSuites } = JSON.parse(
      output.slice(output.indexOf('{"num')),
    ) as Record<string, number>;
    const isTest = ([name]: readonly [string, string]): boolean => name.endsWith('.test.ts');
    expect(others.map(([, ownFiles]) => ownFiles.filter(isTest).length)).toEqual([1, 1, 1]);
    expect(numPassedTestSuites).toBe(files.filter(isTest).length + others.length);
    expect(numPassedTests).toBeGreaterThanOrEqual(10 + others.length);
  }, 60_000);
});

async function runNode(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, args, { cwd: folder, env });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, output: code === 0 ? output : `${output}${errors}` };
}
