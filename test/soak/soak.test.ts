import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { plainEnvironment } from '../package/packed-package.js';

interface SoakRun {
  readonly code: number;
  readonly output: string;
}

/** Runs `npm run soak` for a few seconds on the real clock. */
function soak(...args: readonly string[]): Promise<SoakRun> {
  const command = [
    '--import',
    'tsx',
    'scripts/soak.ts',
    '--visitors',
    '4',
    '--trouble-every-ms',
    '600',
    ...args,
  ];
  return new Promise((done) => {
    execFile(
      process.execPath,
      command,
      { env: plainEnvironment(), timeout: 60_000 },
      (error, stdout, stderr) => {
        done({
          code: typeof error?.code === 'number' ? error.code : error ? -1 : 0,
          output: stdout + stderr,
        });
      },
    );
  });
}

describe('A bot in a process of its own, on the real clock', () => {
  const folder = mkdtemp(join(tmpdir(), 'cogwork-soak-'));
  afterAll(async () => rm(await folder, { recursive: true, force: true }));

  it('answers everything exactly once, through a lost connection and rate limits', async () => {
    const { code, output } = await soak('--seconds', '4');
    expect(output).toMatch(/^(\d{2,}) invocations, \1 answers\n/);
    expect(output).toMatch(/1 × (dropped connection|close code 4000|request to reconnect)/);
    expect({ code, output }).toMatchObject({ code: 0 });
  }, 70_000);

  it('is found out when it answers wrongly, twice or not at all, and when its memory grows', async () => {
    const file = join(await folder, 'bad-bot.ts');
    writeFileSync(file, badBot);
    const { code, output } = await soak('--seconds', '2', '--answer-timeout-ms', '500', '--bot', file);
    expect(code).toBe(1);
    expect(output).toMatch(/expected "\d+ \+ \d+ = \d+", saw "42"/);
    expect(output).toMatch(/the bot wrote \d+ messages instead of \d+/);
    expect(output).toMatch(/NoAnswerError: .*counter/);
    expect(output).toMatch(/memory grows: heap/);
  }, 70_000);
});

const badBot = `
  import { Bot, Cog, Listen, Option, SlashCommand } from '${pathToFileURL(resolve('src/index.ts')).href}';
  const hoard: unknown[] = [];
  process.on('message', () => {
    globalThis.gc?.();
    hoard.push(Array.from({ length: 30_000 }, (_, index) => ({ index })));
    process.send?.({ heapBytes: process.memoryUsage().heapUsed });
  });
  class Bad {
    async hello(message) {
      await message.reply('42');
      await message.reply('42');
    }
    add() {
      return '42';
    }
    counter() {}
  }
  const decorate = (name, decorator) =>
    decorator(Bad.prototype, name, Object.getOwnPropertyDescriptor(Bad.prototype, name));
  decorate('hello', Listen('messageCreate'));
  decorate('add', SlashCommand('Adds', { a: Option.integer('First'), b: Option.integer('Second') }));
  decorate('counter', SlashCommand('Counts'));
  Cog()(Bad);
  void new Bot({ cogs: [Bad], logLevel: 'silent' }).run().finally(() => process.disconnect?.());`;
