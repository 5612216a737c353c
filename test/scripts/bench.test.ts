import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ScriptRun } from './fake-project.js';
import { FakeProject } from './fake-project.js';

describe('npm run bench', () => {
  let project: FakeProject;
  const bench = (...args: string[]): ScriptRun => project.run(process.execPath, 'scripts/bench.mjs', ...args);
  const baseline = (): unknown =>
    JSON.parse(readFileSync(join(project.folder, 'bench/baseline.json'), 'utf8'));

  /** Makes a benchmark of one row that finds these ratios by turns. */
  function measure(...ratios: readonly number[]): void {
    project.write('ratios.txt', ratios.join(' '));
  }

  beforeEach(() => {
    project = new FakeProject();
    project.install({});
    project.fakeTool('fake-npm.js');
    for (const tool of ['node_modules/typescript-7/bin/tsc', 'node_modules/vite/bin/vite.js'])
      project.fakeTool(tool);
    symlinkSync(resolve('node_modules/tsx'), join(project.folder, 'node_modules/tsx'), 'dir');
    project.write(
      'bench/events.ts',
      `const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
      const [ratio, ...left] = readFileSync('ratios.txt', 'utf8').split(' ');
      writeFileSync('ratios.txt', left.join(' '));
      const row = JSON.stringify({ name: 'an event', ratio: Number(ratio) });
      appendFileSync(process.env.COGWORK_BENCH_RESULTS, row + '\\n');`,
    );
    project.write('bench/baseline.json', '{ "events": { "an event": 2 } }');
  });
  afterEach(() => project.remove());

  it('fails when a ratio is more than 15 % worse than the baseline in each of three runs', () => {
    measure(2.4, 2.5, 2.31);
    expect(bench()).toMatchObject({
      code: 1,
      output: expect.stringContaining('WORSE  events: an event is 2.31 × the floor, was 2.00 ×'),
    });
  });

  it('is content when one run of three is good enough', () => {
    measure(2.4, 2.5, 2.29);
    expect(bench('events')).toMatchObject({ code: 0, lastLine: expect.stringContaining('No ratio is') });
  });

  it('makes the median of three runs the baseline', () => {
    measure(1.5, 9, 1.25);
    expect(bench('--write').code).toBe(0);
    expect(baseline()).toEqual({ events: { 'an event': 1.5 } });
  });

  it('names the benchmarks that there are when asked for another', () => {
    expect(bench('evens')).toMatchObject({
      code: 1,
      output: expect.stringContaining('No benchmark is called evens; there are events.'),
    });
  });
});
