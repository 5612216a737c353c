import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ScriptRun } from './fake-project.js';
import { FakeProject } from './fake-project.js';

const biome = 'node_modules/@biomejs/biome/bin/biome';
const tsc = 'node_modules/typescript-7/bin/tsc';
const vite = 'node_modules/vite/bin/vite.js';
const jest = 'node_modules/jest/bin/jest.js';

describe('.ci/run', () => {
  let project: FakeProject;
  const ci = (...args: string[]): ScriptRun => project.run('bash', '.ci/run', ...args);

  beforeEach(() => {
    project = new FakeProject();
    project.install({});
    project.fakeTool('fake-npm.js');
    for (const tool of [biome, tsc, vite]) project.fakeTool(tool);
    project.fakeTool(jest, {
      jestResult: { numPassedTests: 10, numFailedTests: 0, numRuntimeErrorTestSuites: 0 },
    });
  });
  afterEach(() => project.remove());

  it('counts each step before the tests as one and ends with the numbers', () => {
    expect(ci()).toMatchObject({ code: 0, lastLine: '14 passed, 0 failed' });
  });

  it('lints with errors on warnings, checks types, builds and hands its arguments to Jest', () => {
    ci('test/gateway');
    const calls = project.calls;
    expect(calls[0]).toBe(`${biome} check --error-on-warnings .`);
    expect(calls[1]).toBe(`${tsc} --noEmit`);
    expect(calls[2]).toBe(`${tsc} -p src/playground/page`);
    expect(calls[3]).toMatch(`${tsc} -p tsconfig.build.json --outDir `);
    expect(calls[4]).toMatch(`${vite} build --config scripts/page.vite.mjs --outDir `);
    expect(calls[5]).toMatch(/jest\.js --json --outputFile=\S+ test\/gateway$/);
  });

  it.each([
    ['lint', biome],
    ['types and build', tsc],
    ['the build of the page', vite],
  ])('fails when %s fails, and still runs the tests', (_name, tool) => {
    project.fakeTool(tool, { code: 1 });
    const run = ci();
    expect(run.code).not.toBe(0);
    expect(run.lastLine).toMatch(/^1[23] passed, [12] failed$/);
    expect(project.calls.at(-1)).toContain('jest.js');
  });

  it('counts failed tests and suites that could not run', () => {
    const jestResult = { numPassedTests: 10, numFailedTests: 2, numRuntimeErrorTestSuites: 1 };
    project.fakeTool(jest, { code: 1, jestResult });
    expect(ci()).toMatchObject({ code: 1, lastLine: '14 passed, 3 failed' });
  });

  it('counts a failure when Jest dies without a report', () => {
    project.write(jest, 'process.exit(134);');
    expect(ci()).toMatchObject({ code: 1, lastLine: '4 passed, 1 failed' });
  });

  it('ends Jest when it reported success and does not exit, and counts that as a failure', () => {
    const jestResult = { numPassedTests: 10, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
    project.fakeTool(jest, { jestResult, hangs: true });
    const run = project.run('env', 'COGWORK_TEST_EXIT_LIMIT_MS=100', 'bash', '.ci/run');
    expect(run).toMatchObject({ code: 1, lastLine: '14 passed, 1 failed' });
    expect(run.output).toContain('Jest did not exit after its last test');
  });

  it('does not mistake the report of an earlier run for its own', () => {
    ci();
    project.write('scripts/test.mjs', 'process.exit(1);');
    expect(ci()).toMatchObject({ code: 1, lastLine: '0 passed, 1 failed' });
  });

  it('stops when nothing can be installed', () => {
    project.writeLock({ 'node_modules/ws': '8.0.0' });
    project.fakeTool('fake-npm.js', { code: 1 });
    expect(ci()).toMatchObject({ code: 1, lastLine: '0 passed, 1 failed' });
  });
});
