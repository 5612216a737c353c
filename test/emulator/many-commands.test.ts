import { expect, it } from '@jest/globals';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

it('answers 200 slash commands, one after the other', async () => {
  const discord = new Emulator();
  const alice = discord.createUser('Alice');
  const account = discord.createBot();
  const general = discord.createGuild({ members: [alice, account] }).channel('general');
  const bot = await RawBot.create(discord, account);
  await bot.start(1);
  await bot.rest('PUT', `/applications/${account.id}/commands`, [{ name: 'ping', description: 'Ping' }]);
  bot.on('INTERACTION_CREATE', (interaction) => bot.respond(interaction, 4, { content: 'pong' }));
  for (let i = 0; i < 200; i++) expect((await alice.slash(general, 'ping')).content).toBe('pong');
  expect(discord.crashes).toEqual([]);
  await discord.close();
});
