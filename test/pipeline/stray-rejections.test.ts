import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { Activity } from '../../src/pipeline/activity.js';
import { currentHandler } from '../../src/pipeline/current-handler.js';

/** Process in which a handler forgets to await; the test runner has rejections of its own to hear. */
const program = `
  import { Activity } from './src/pipeline/activity.ts';
  import { ErrorChain } from './src/pipeline/error-chain.ts';
  import { reportStrayRejections } from './src/pipeline/stray-rejections.ts';
  const lines = [];
  const bot = (name) => {
    const logger = { error: (_room, message) => lines.push(name + ': ' + message) };
    return { activity: new Activity(), errors: new ErrorChain({ logger }) };
  };
  const [first, second] = [bot('first'), bot('second')];
  const stop = reportStrayRejections([first, second], process, (reason) => lines.push('foreign ' + reason.message));
  const origin = { kind: 'listener', name: 'messageCreate', cog: 'Greeter', method: 'hello' };
  const later = async () => { await null; throw new Error('forgotten'); };
  await second.activity.track(origin, async () => { await null; void later(); });
  void Promise.reject(new Error('elsewhere'));
  setTimeout(() => { stop(); console.log(JSON.stringify(lines)); }, 10);`;

describe('rejections that nobody awaits', () => {
  test('are reported with their cog and method by the bot of the handler, and end no process', async () => {
    const cwd = fileURLToPath(new URL('../..', import.meta.url));
    const options = ['--import', 'tsx', '--input-type=module', '-e', program];
    const { stdout } = await promisify(execFile)(process.execPath, options, { cwd });
    expect(JSON.parse(stdout).sort()).toEqual([
      'foreign elsewhere',
      'second: listener "messageCreate" (Greeter.hello) failed: forgotten',
    ]);
  }, 30_000);

  test('have their handler known after an await, and not outside of it', async () => {
    const origin = { kind: 'listener', name: 'x', cog: 'C', method: 'm' } as const;
    const activity = new Activity();
    activity.traceHandlers();
    const seen = await activity.track(origin, async () => {
      await Promise.resolve();
      return currentHandler();
    });
    expect(seen).toBe(origin);
    expect(currentHandler()).toBeUndefined();
  });
});
