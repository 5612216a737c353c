import { resolve } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { Emulator } from '../../src/emulator/index.js';
import { BotProcess } from '../package/bot-process.js';
import { until } from '../package/until.js';

const program = { command: process.execPath, args: ['--import', 'tsx', 'examples/01-first-bot/main.ts'] };

const cleanup: Array<() => Promise<unknown>> = [];

afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

test('a view answers in a second process with the state that the first gave it, and refuses a forged one', async () => {
  const discord = new Emulator();
  cleanup.push(() => discord.close());
  const alice = discord.createUser('alice');
  const account = discord.createBot({ name: 'bot' });
  const general = discord.createGuild({ members: [alice, account] }).channel('general');
  const { apiUrl } = await discord.listen();
  /** Starts the bot; it registers its commands once it is connected. */
  const start = async (): Promise<BotProcess> => {
    account.record.commands.clear();
    const bot = new BotProcess({ ...program, cwd: resolve('.'), token: account.token, apiUrl });
    cleanup.push(() => bot.stop());
    await until(
      'the bot is connected',
      () => account.commands.length > 0,
      () => (bot.hasExited ? `it ended and said:\n${bot.output}` : undefined),
    );
    return bot;
  };

  const first = await start();
  const message = await alice.slash(general, 'counter');
  await alice.click(message.button('Pressed 0 times'));
  await alice.click(message.button('Pressed 1 times'));
  expect(await first.stop()).toBe(0);

  await start();
  await alice.click(message.button('Pressed 2 times'));
  expect(message.buttons.map(({ label }) => label)).toEqual(['Pressed 3 times']);

  const { data } = message.button('Pressed 3 times');
  const forged = String(data.custom_id).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  Object.assign(data, { custom_id: forged });
  const refusal = await alice.click(message.button('Pressed 3 times'));
  expect([refusal.content, refusal.ephemeral]).toEqual(['This cannot be used.', true]);
}, 60_000);
