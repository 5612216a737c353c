import { Bot } from 'cogwork';
import { Bakery } from './bakery.js';
import { Counter, Desk } from './desk.js';

const bot = new Bot({ cogs: [Bakery, Desk], views: [Counter], prefix: '!' });

await bot.run();
