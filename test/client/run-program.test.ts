import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { RestClosedError } from 'cogwork';
import { Emulator } from 'cogwork/emulator';
import { runProgram } from '../../src/client/run-program.js';

const MAIN = fileURLToPath(new URL('../../examples/01-first-bot/main.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function run(env: Readonly<Record<string, string>>): {
  ended: Promise<Ended>;
  stop: (signal: NodeJS.Signals) => void;
} {
  const { DISCORD_TOKEN: _unset, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    cwd: ROOT,
    env: { ...inherited, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  return { ended, stop: (signal) => child.kill(signal) };
}

describe('a bot that is the whole program', () => {
  test('without a token prints what to do and exits with 1', async () => {
    const { code, output } = await run({}).ended;
    expect(code).toBe(1);
    expect(output).toContain('InvalidTokenError [INVALID_TOKEN]');
    expect(output).toContain('DISCORD_TOKEN');
    expect(output).not.toContain('    at ');
  });

  test('whose privileged intent is refused names the methods that asked for it and exits with 1', async () => {
    await using discord = new Emulator();
    const { apiUrl } = await discord.listen();
    const account = discord.createBot({ privilegedIntents: 0 });
    const { code, output } = await run({ COGWORK_API_URL: apiUrl, DISCORD_TOKEN: account.token }).ended;
    expect(code).toBe(1);
    expect(output).toContain('DISALLOWED_INTENTS');
    expect(output).toContain('MessageContent');
    expect(output).toContain('Maths.hello');
    expect(output).not.toContain(account.token);
  });

  test('stops cleanly at SIGTERM also while it starts', async () => {
    await using discord = new Emulator();
    const { apiUrl } = await discord.listen();
    const account = discord.createBot();
    discord.faults.failRequests({ status: 503, path: '/gateway/bot', times: 100 });
    const bot = run({ COGWORK_API_URL: apiUrl, DISCORD_TOKEN: account.token });
    while (discord.transcript.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    bot.stop('SIGTERM');
    const { code, output } = await bot.ended;
    expect([code, output]).toEqual([0, '']);
  });

  test('stops cleanly at SIGTERM', async () => {
    await using discord = new Emulator();
    const { apiUrl } = await discord.listen();
    const account = discord.createBot();
    const bot = run({ COGWORK_API_URL: apiUrl, DISCORD_TOKEN: account.token });
    while (account.commands.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    bot.stop('SIGTERM');
    expect((await bot.ended).code).toBe(0);
  });

  test('stops without a complaint at SIGTERM while it is still starting', async () => {
    await using discord = new Emulator();
    const { apiUrl } = await discord.listen();
    const account = discord.createBot();
    discord.faults.rateLimitRequests({ path: '/commands', retryAfterMs: 60_000 });
    const bot = run({ COGWORK_API_URL: apiUrl, DISCORD_TOKEN: account.token });
    while (!String(discord.transcript).includes('429'))
      await new Promise((resolve) => setTimeout(resolve, 10));
    bot.stop('SIGTERM');
    const { code, output } = await bot.ended;
    expect(output).not.toContain('Error');
    expect(code).toBe(0);
  });

  test('may close its bot while that starts', async () => {
    const before = process.exitCode;
    const bot = { close: async () => {}, closed: async () => undefined };
    await runProgram(bot, () => Promise.reject(new RestClosedError()), []);
    expect(process.exitCode).toBe(before);
  });
});
