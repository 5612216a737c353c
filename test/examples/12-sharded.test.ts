import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { EmulatedBot, EmulatedChannel, Person } from 'cogwork/emulator';
import { Emulator } from 'cogwork/emulator';
import { testBot } from 'cogwork/testing';
import 'cogwork/testing/jest';
import { Census } from '../../examples/12-sharded/census.js';
import { Where } from '../../examples/12-sharded/where.js';
import { BotProcess } from '../package/bot-process.js';
import { until } from '../package/until.js';

const folder = mkdtempSync(join(tmpdir(), 'cogwork-sessions-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Channel of a new guild on each of two shards. */
function guildOnEachShard(discord: Emulator, account: EmulatedBot, person: Person): EmulatedChannel[] {
  return [0n, 1n].map((shard) => {
    for (;;) {
      const guild = discord.createGuild({ members: [person] });
      if ((BigInt(guild.id) >> 22n) % 2n !== shard) continue;
      guild.add(account);
      return guild.channel('general');
    }
  });
}

const pidIn = ({ content }: { readonly content: string }): number =>
  Number(/process (\d+)/.exec(content)?.[1]);

describe('two shards', () => {
  test('of one process answer for their guilds, and are counted together', async () => {
    await using world = await testBot({ cogs: [Census, Where], shards: { count: 2 } });
    const { account, alice, clock, discord } = world;
    const channels = guildOnEachShard(discord, account, alice);
    const answers = await Promise.all(channels.map((channel) => alice.slash(channel, 'where')));
    expect(answers.map(({ content }) => content)).toEqual([
      `Shard 0 of 2, process ${process.pid}, latency not known yet`,
      `Shard 1 of 2, process ${process.pid}, latency not known yet`,
    ]);
    await clock.advance('1m');
    expect(await alice.slash(channels[0]!, 'where')).toShowText(/latency \d+ ms$/);
    expect(await alice.slash(channels[1]!, 'census')).toShowText('3 guilds in 1 process');
  });
});

describe('two processes', () => {
  test('share the shards, tell each other, replace one that dies, and resume after a deployment', async () => {
    await using discord = new Emulator();
    const { apiUrl } = await discord.listen();
    const account = discord.createBot({ shards: 2, maxConcurrency: 2 });
    const alice = discord.createUser('alice');
    const [first, second] = guildOnEachShard(discord, account, alice) as [EmulatedChannel, EmulatedChannel];
    const start = async (): Promise<BotProcess> => {
      account.record.commands.clear();
      const program = new BotProcess({
        command: process.execPath,
        args: ['--import', 'tsx', 'examples/12-sharded/main.ts'],
        cwd: resolve('.'),
        apiUrl,
        token: account.token,
        env: { PROCESSES: '2', SESSIONS: folder },
      });
      await until(
        'both processes are ready',
        () => timesReady(program) === 2 && account.commands.length === 2,
        () => (program.hasExited ? program.output : undefined),
      );
      return program;
    };
    const timesReady = (program: BotProcess): number => program.output.split('Logged in').length - 1;

    const bot = await start();
    const places = [await alice.slash(first, 'where'), await alice.slash(second, 'where')];
    expect(places[0]).toShowText('Shard 0 of 2');
    expect(places[1]).toShowText('Shard 1 of 2');
    expect(pidIn(places[0]!)).not.toBe(pidIn(places[1]!));
    expect(await alice.slash(first, 'census')).toShowText('2 guilds in 2 processes');

    process.kill(pidIn(places[1]!), 'SIGKILL');
    await until(
      'another process has taken its place',
      () => timesReady(bot) === 3,
      () => (bot.hasExited ? bot.output : undefined),
    );
    const again = await alice.slash(second, 'where');
    expect(pidIn(again)).not.toBe(pidIn(places[1]!));
    expect(await alice.slash(second, 'census')).toShowText('2 guilds in 2 processes');
    expect(await bot.stop()).toBe(0);

    discord.transcript.clear();
    const next = await start();
    expect(String(discord.transcript).match(/RESUMED/g)).toHaveLength(2);
    expect(await alice.slash(second, 'where')).toShowText('Shard 1 of 2');
    expect(await next.stop()).toBe(0);
  }, 60_000);
});
