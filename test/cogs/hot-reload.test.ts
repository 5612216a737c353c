import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';

interface Outcome {
  readonly before: object;
  readonly loaded: object;
  readonly after: object;
  readonly steps: Readonly<Record<string, object>>;
  readonly timers: readonly [beforeUnload: number, afterUnload: number];
}

describe('hot reload of a running bot', () => {
  test('swaps saved cogs, syncs what changed, survives mistakes, and an unload leaves no trace', async () => {
    const program = fileURLToPath(new URL('support/hot-reload-program.ts', import.meta.url));
    const cwd = fileURLToPath(new URL('../..', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], { cwd });
    const { before, loaded, after, steps, timers } = JSON.parse(stdout) as Outcome;

    expect(loaded).toMatchObject({
      cogs: ['Base', 'Greeter'],
      commands: ['greet'],
      typed: ['base', 'typed'],
      tasks: ['Greeter.sweep'],
      heard: expect.stringContaining('Greeter.heard'),
    });
    expect(steps).toMatchObject({
      changedAnswer: { answer: 'two', typed: 'two', writes: 0, said: ['greeter.mjs was loaded again'] },
      changedCommands: { answer: 'three', typed: 'three', writes: 1, commands: 2 },
      mistake: { answer: 'three', typed: 'three', writes: 0, commands: 2 },
      mended: { answer: 'four', typed: 'four', writes: 0, commands: 2 },
    });
    expect(JSON.stringify(steps['mistake'])).toContain('the bot goes on as it was');
    expect(after).toEqual(before);
    expect(timers[1]).toBe(timers[0] - 1); // the task's
  }, 60_000);
});
