import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { Emulator } from 'cogwork/emulator';
import { BotProcess } from '../package/bot-process.js';
import { until } from '../package/until.js';

const SCRIPT = fileURLToPath(new URL('./support/spread-bot.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('a bot in two processes', () => {
  test('answers from the shard of each guild, relays between processes, and restarts one that is killed', async () => {
    await using discord = new Emulator();
    const { apiUrl } = await discord.listen();
    const account = discord.createBot({ shards: 2, maxConcurrency: 2 });
    const alice = discord.createUser('alice');
    const guilds = [0, 1].map((shard) => {
      for (;;) {
        const guild = discord.createGuild({ members: [alice] });
        if ((BigInt(guild.id) >> 22n) % 2n === BigInt(shard)) {
          guild.add(account);
          return guild;
        }
      }
    });
    const [first, second] = guilds.map((guild) => guild.channel('general'));
    const bot = new BotProcess({
      command: process.execPath,
      args: ['--import', 'tsx', SCRIPT],
      cwd: ROOT,
      token: account.token,
      apiUrl,
    });
    try {
      const giveUp = (): string | undefined => (bot.hasExited ? bot.output : undefined);
      const ready = (times: number): Promise<void> =>
        until(`${times} processes were ready`, () => bot.output.split('ready').length > times, giveUp);
      await ready(2);
      await until('commands are registered', () => account.commands.length === 1, giveUp);
      const answers = await Promise.all([alice.slash(first!, 'where'), alice.slash(second!, 'where')]);
      const places = answers.map(({ content }) => /shard (\d) of 2, process (\d+)/.exec(content)!.slice(1));
      expect(places.map(([shard]) => shard)).toEqual(['0', '1']);
      const pids = places.map(([, pid]) => Number(pid));
      expect(pids[0]).not.toBe(pids[1]);

      const told = await alice.say(first!, 'tell hello');
      expect(told.reply?.content).toBe(`hello (${pids[0]} told ${pids[1]})`);

      process.kill(pids[1]!, 'SIGKILL');
      await ready(3);
      const again = await alice.slash(second!, 'where');
      expect(again.content).toMatch(/^shard 1 of 2, process \d+$/);
      expect(again.content).not.toContain(String(pids[1]));
    } finally {
      expect(await bot.stop()).toBe(0);
    }
  }, 60_000);
});
