/** Runs what docs/testing.md shows, as it stands there. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = resolve('.');
const folder = join(root, 'node_modules', '.cache', 'cogwork', `testing-guide-${process.pid}`);
const guide = readFileSync('docs/testing.md', 'utf8');

/** Blocks of code that begin with the name of their file. */
const files = [...guide.matchAll(/^```ts\n\/\/ (\S+\.ts)\n([\s\S]*?)^```$/gm)].map(
  ([, name = '', code = '']) => [name, code] as const,
);
const settings = JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(guide)?.[1] ?? '') as {
  moduleNameMapper: Record<string, string>;
};

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const [name, code] of files) writeFileSync(join(folder, name), code);
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

describe('the guide to testing', () => {
  it('has a test of an example bot, of about fifty lines', () => {
    const test = new Map(files).get('polls.test.ts') ?? '';
    const lines = test.trimEnd().split('\n').length;
    expect(lines).toBeGreaterThan(40);
    expect(lines).toBeLessThanOrEqual(55);
  });

  it('shows tests that pass as they are written', async () => {
    const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const { code, output } = await runNode([...flags, jest, '--json', '--config', 'jest.config.json']);
    expect(code === 0 ? '' : output).toBe('');
    const { numPassedTests, numPassedTestSuites } = JSON.parse(
      output.slice(output.indexOf('{"num')),
    ) as Record<string, number>;
    expect(numPassedTestSuites).toBe(files.filter(([name]) => name.endsWith('.test.ts')).length);
    expect(numPassedTests).toBeGreaterThanOrEqual(10);
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
