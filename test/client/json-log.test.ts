/** The log of a bot in a process of its own, whose standard output is no terminal. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { Emulator } from 'cogwork/emulator';
import { BotProcess } from '../package/bot-process.js';
import { until } from '../package/until.js';

const MAIN = fileURLToPath(new URL('./support/talkative-bot.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Line = Readonly<Record<string, unknown>>;

async function startTalking(env: Readonly<Record<string, string>> = {}) {
  const discord = new Emulator();
  const { apiUrl } = await discord.listen();
  const account = discord.createBot({ name: 'bot' });
  const alice = discord.createUser('alice');
  const guild = discord.createGuild({ members: [alice, account] });
  const args = ['--import', 'tsx', MAIN];
  const { token } = account;
  const bot = new BotProcess({ command: process.execPath, args, cwd: ROOT, token, apiUrl, env });
  await until('the bot is connected', () => account.commands.length > 0);
  return { account, alice, bot, discord, general: guild.channel('general'), guild };
}

function linesOf(output: string): Line[] {
  return output
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

describe('a log that no person reads', () => {
  test('is JSON in the form of pino, each line with its room and its bot', async () => {
    const { account, bot, discord } = await startTalking();
    await until('it says so', () => bot.output.includes('Logged in'));
    expect(await bot.stop()).toBe(0);
    await discord.close();
    const lines = linesOf(bot.output);
    expect(lines.find(({ msg }) => String(msg).startsWith('Logged in'))).toEqual({
      level: 30,
      time: expect.any(Number),
      room: 'client',
      botId: account.id,
      msg: 'Logged in as bot, in 1 guild',
    });
    expect(lines.find(({ msg }) => msg === 'Shard 0 is ready')).toMatchObject({
      room: 'gateway',
      shardId: 0,
    });
    expect(Math.abs(Date.now() - Number(lines[0]?.['time']))).toBeLessThan(60_000);
  }, 30_000);

  test('shows no token, however finely it is looked at', async () => {
    const { account, alice, bot, discord, general, guild } = await startTalking({ COGWORK_LOG: 'trace' });
    await alice.slash(general, 'leak');
    await bot.stop();
    await discord.close();
    const { output } = bot;
    expect(output).not.toContain(account.token);
    expect(output).not.toMatch(/aW50ZXJhY3Rpb246[\w-]{20}/);
    expect(output).not.toMatch(/[\w-]{60,}/);
    expect(output).toContain('could not post to https://discord.com/api/webhooks/');
    expect(output).toContain('the token is [secret]');
    const lines = linesOf(output);
    expect(
      lines.find(({ room, msg }) => room === 'pipeline' && String(msg).includes('Talk.leak')),
    ).toMatchObject({
      level: 50,
      cog: 'Talk',
      method: 'leak',
      guildId: guild.id,
      userId: alice.id,
      err: { type: 'Error', message: expect.stringMatching(/^token \[secret\] at .*:token: /) },
    });
    const rooms = new Set(lines.filter(({ level }) => level === 10).map(({ room }) => room));
    expect(rooms).toEqual(new Set(['gateway', 'pipeline', 'rest']));
  }, 30_000);

  test('has every line in its order when the process exits, crashes or is killed', async () => {
    const numbersAtEndBy = async (how: string): Promise<unknown[]> => {
      const { alice, bot, discord, general } = await startTalking({ COGWORK_LOG: 'app=info,default=error' });
      await alice.say(general, how);
      await until('the process has ended', () => bot.hasExited);
      await discord.close();
      return linesOf(bot.output).flatMap(({ msg, n }) => (msg === 'line' ? [n] : []));
    };
    const all = Array.from({ length: 500 }, (_, index) => index + 1);
    expect(await Promise.all(['exit', 'throw', 'kill'].map(numbersAtEndBy))).toEqual([all, all, all]);
  }, 60_000);
});
