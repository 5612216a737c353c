import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Emulator } from 'cogwork/emulator';
import { BotProcess } from '../package/bot-process.js';
import { until } from '../package/until.js';

const SCRIPT = fileURLToPath(new URL('./support/restart-bot.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cogwork-sessions-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function startBot(apiUrl: string, token: string, line: string): Promise<BotProcess> {
  const bot = new BotProcess({
    command: process.execPath,
    args: ['--import', 'tsx', SCRIPT, directory],
    cwd: ROOT,
    token,
    apiUrl,
  });
  await hears(bot, line);
  return bot;
}

function hears(bot: BotProcess, line: string): Promise<void> {
  return until(
    `the bot says "${line}"`,
    () => bot.output.includes(line),
    () => (bot.hasExited ? `it ended and said:\n${bot.output}` : undefined),
  );
}

describe('a bot with stored sessions', () => {
  test('is deployed anew by SIGTERM without losing a message, and finds its guilds again', async () => {
    await using discord = new Emulator({ answerTimeoutMs: 10 });
    const { apiUrl } = await discord.listen();
    const account = discord.createBot({ name: 'bot' });
    const alice = discord.createUser('alice');
    const general = discord.createGuild({ members: [alice, account] }).channel('general');
    const before = await startBot(apiUrl, account.token, 'ready as bot');
    expect(before.output).toContain('new session');
    await alice.say(general, 'first');
    await hears(before, 'heard first in guild');
    expect(await before.stop()).toBe(0);

    await alice.say(general, 'second');
    const after = await startBot(apiUrl, account.token, 'heard second');
    await hears(after, 'resumed');
    await hears(after, 'ready as bot');
    await hears(after, 'has guild');
    await alice.say(general, 'third');
    await hears(after, 'heard third in guild');
    expect(after.output).not.toContain('new session');
    await after.stop();
  }, 60_000);
});
