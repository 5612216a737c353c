import { Bot, Help } from 'cogwork';
import { Atlas } from './atlas.js';
import { Dice } from './dice.js';
import { Menus } from './menus.js';

const bot = new Bot({
  cogs: [Help, Atlas, Dice, Menus],
  description: 'Dice and an atlas',
  prefix: '!',
  trackEdits: 100, // a command that is corrected within its next hundred runs again
});

await bot.run();
