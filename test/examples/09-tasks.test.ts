import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Emulator } from 'cogwork/emulator';
import type { TestBotOptions, TestWorld } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';
import 'cogwork/testing/jest';
import { Operations } from '../../examples/09-tasks/operations.js';
import { Reminders } from '../../examples/09-tasks/reminders.js';
import { Standup } from '../../examples/09-tasks/standup.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cogwork-tasks-'));
  process.env['DATA'] = folder;
});

afterEach(() => {
  delete process.env['DATA'];
  rmSync(folder, { recursive: true });
});

const start = (options: TestBotOptions = {}): Promise<TestWorld> =>
  testBot({ cogs: [Operations, Reminders, Standup], ...options });

describe('a reminder', () => {
  test('comes when it is due, once', async () => {
    await using world = await start();
    const { alice, clock, general } = world;
    const answer = await alice.slash(general, 'remind', { time: '45m', about: 'tea' });
    expect(answer).toShowText(/^I will remind you <t:\d+:R>\.$/);
    expect(await alice.slash(general, 'reminders')).toShowText(': tea');
    await clock.advance('44m');
    expect(general.transcript).toEqual([]);
    await clock.advance('2m');
    expect(general.transcript).toEqual([`bot: <@${alice.id}>: tea`]);
    await clock.advance('1h');
    expect(general.transcript).toHaveLength(1);
    expect(await alice.slash(general, 'reminders')).toShowText('Nothing.');
  });

  test('that was due while the bot was off comes at its next start', async () => {
    const first = await start();
    const { alice, clock, discord: emulator, general } = first;
    await alice.slash(general, 'remind', { time: '10m', about: 'bread' });
    await first.bot.close();
    await clock.advance('1h');
    expect(general.transcript).toEqual([]);
    await using second = await start({ emulator });
    first.guild.add(second.account);
    await clock.advance('10s');
    expect(general.transcript).toEqual([`bot: <@${alice.id}>: bread`]);
    await first.close();
  });

  test('is tried again when Discord fails, and given up when it refuses', async () => {
    await using world = await start();
    const { alice, bot, clock, discord, general, logs } = world;
    const quiet = world.channel('quiet');
    await alice.slash(general, 'remind', { time: '1m', about: 'one' });
    await alice.slash(quiet, 'remind', { time: '1m', about: 'two' });
    await bot.rest.channels.delete(quiet.id);
    discord.faults.failRequests({ status: 500, path: '/messages', times: 10 });
    await clock.advance('5m');
    expect(discord.transcript.requests.filter((line) => line.endsWith('500'))).toHaveLength(10);
    expect(general.transcript).toEqual([`bot: <@${alice.id}>: one`]);
    expect(logs).toHaveLogged('warn', 'A reminder could not be sent');
    expect(await alice.slash(general, 'reminders')).toShowText('Nothing.');
  });
});

describe('the stand-up', () => {
  test('is at nine in Paris on working days, where it was asked for', async () => {
    // Friday, 27 March 2026, 12:00 UTC: clocks go forward on Sunday.
    const emulator = new Emulator({ startMs: Date.UTC(2026, 2, 27, 12) });
    await using world = await start({ emulator });
    const { alice, clock, general, owner } = world;
    expect(await owner.slash(general, 'standup')).toShowText('from now on');
    await expect(alice.slash(general, 'standup')).rejects.toThrow(/ManageGuild/);
    const asked = (): readonly string[] => general.transcript.filter((line) => line.includes('Good morning'));
    await clock.advance('66h'); // Monday, 6:00 UTC
    expect(asked()).toEqual([]);
    await clock.advance('1h'); // 7:00 UTC is 9:00 in Paris by now
    expect(asked()).toEqual(['bot: Good morning! What are you up to today?']);
    await owner.slash(general, 'standup');
    await clock.advance('24h');
    expect(asked()).toHaveLength(1);
    await emulator.close();
  });
});

describe('operations', () => {
  test('list, pause and resume tasks, for the owner', async () => {
    const emulator = new Emulator();
    const boss = emulator.createUser('boss');
    await using world = await start({ emulator });
    const { alice, allow, clock, general, guild } = world;
    guild.add(boss);
    allow(boss, 'ManageGuild');
    expect(await boss.slash(general, 'tasks list')).toShowText('**Reminders.deliver** next <t:');
    const found = await boss.suggest(general, 'tasks pause', { option: 'task', text: 'rem' });
    expect(found.map(({ name }) => name)).toEqual(['Reminders.deliver']);
    await boss.slash(general, 'tasks pause', { task: 'Reminders.deliver' });
    await alice.slash(general, 'remind', { time: '1m', about: 'later' });
    await clock.advance('5m');
    expect(general.transcript.join()).not.toContain('later');
    await boss.slash(general, 'tasks resume', { task: 'Reminders.deliver' });
    await clock.advance('1s');
    expect(general.transcript.join()).toContain('later');
    expect(await boss.slash(general, 'tasks pause', { task: 'x' })).toShowText('There is no task "x".');
    await emulator.close();
  });

  test('show what the bot watches, and tell the log when tasks begin and end', async () => {
    await using world = await start();
    const { bot, clock, discord, logs } = world;
    await clock.advance('1s');
    expect(String(discord.transcript)).toContain('PRESENCE_UPDATE');
    expect(logs).toHaveLogged('info', 'bot looks after 3 tasks');
    await bot.removeCog(Operations);
    expect(logs).toHaveLogged('info', 'No more tasks');
  });
});
