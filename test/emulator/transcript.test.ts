import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { EmulatedBot, TranscriptEntry } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

let discord: Emulator;
let account: EmulatedBot;
let bot: RawBot;

beforeEach(async () => {
  discord = new Emulator();
  account = discord.createBot({ name: 'maths' });
  discord.createGuild({ members: [account] });
  bot = await RawBot.create(discord, account);
});

afterEach(async () => {
  await discord.close();
});

it('tells what went over the wire, line by line', async () => {
  await bot.start(1);
  await bot.rest('GET', '/users/@me');
  bot.close(1000);
  await discord.settle();
  expect(String(discord.transcript)).toBe(
    [
      '?  gateway opened ?v=10&encoding=json',
      '?  gateway → HELLO',
      '?  gateway ← IDENTIFY',
      'maths  gateway → READY',
      'maths  gateway → GUILD_CREATE',
      'maths  GET /users/@me 200',
      'maths  gateway closed by client with 1000',
    ].join('\n'),
  );
});

it('lists requests with their status', async () => {
  await bot.rest('GET', '/users/@me');
  await bot.rest('GET', '/users/1');
  expect(discord.transcript.requests).toEqual(['GET /users/@me 200', 'GET /users/1 404']);
});

it('keeps no token, neither in lines nor in payloads', async () => {
  await bot.start(1);
  await bot.rest('POST', `/webhooks/${account.id}/very-secret`, { content: 'x' });
  await bot.rest('POST', '/interactions/1/very-secret/callback', { type: 1 });
  const everything = JSON.stringify(discord.transcript.entries);
  expect(everything).not.toContain(account.token);
  expect(everything).not.toContain('very-secret');
  expect(everything).toContain('{token}');
});

it('keeps payloads and the time at which they passed', async () => {
  await discord.virtualClock.advance(1000);
  await bot.rest('PATCH', '/users/@me', { username: 'physics' });
  const [entry] = discord.transcript.entries;
  expect(entry).toEqual({
    atMs: discord.clock.now(),
    kind: 'rest',
    bot: 'physics',
    line: 'PATCH /users/@me 200',
    data: '{"username":"physics"}',
  });
});

it('can be watched, and forgets on demand', async () => {
  const seen: TranscriptEntry[] = [];
  const stop = discord.transcript.watch((entry) => seen.push(entry));
  await bot.rest('GET', '/gateway');
  stop();
  await bot.rest('GET', '/users/@me');
  expect(seen.map(({ line }) => line)).toEqual(['GET /gateway 200']);
  expect(discord.transcript.entries).toHaveLength(2);
  discord.transcript.clear();
  expect(String(discord.transcript)).toBe('');
});

it('lets the oldest entries fall out after ten thousand', () => {
  const connection = { session: undefined };
  for (let seq = 0; seq <= 10_000; seq++) {
    discord.transcript.sent(connection, { t: 'E', s: seq, op: 0, d: seq });
  }
  const { entries } = discord.transcript;
  expect([entries.length, entries[0]?.data, entries.at(-1)?.data]).toEqual([9001, 1000, 10_000]);
});
