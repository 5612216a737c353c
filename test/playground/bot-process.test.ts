import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { until } from '../package/until.js';

/** Runs a bot that would never end, tells its process id, and ends in the middle of it. */
const program = `
  import { BotProcess } from './src/playground/bot-process.ts';
  import { SystemClock } from './src/utils/system-clock.ts';
  const bot = new BotProcess({
    command: [process.execPath, '-e', 'console.log(process.pid); setInterval(() => {}, 1000)'],
    cwd: process.cwd(),
    env: {},
    clock: new SystemClock(),
    onLine: (line) => process.stdout.write(line, () => process.exit()),
    onStatus: () => {},
  });
  void bot.restart();`;

test('a bot of the playground ends with it, also when it ends at once', async () => {
  const options = ['--import', 'tsx', '--input-type=module', '-e', program];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  const isRunning = (): boolean => {
    try {
      return process.kill(Number(stdout), 0);
    } catch {
      return false;
    }
  };
  expect(Number(stdout)).toBeGreaterThan(0);
  await until(
    'the bot has ended',
    () => !isRunning(),
    () => undefined,
  );
}, 60_000);
