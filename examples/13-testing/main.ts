import { Bot } from 'cogwork';
import { Draw, RandomDraw } from './draw.js';
import { Raffles } from './raffles.js';

const bot = new Bot({
  cogs: [Raffles],
  services: (container) => container.registerClass(Draw, RandomDraw),
});

await bot.run();
