import { Bot } from 'cogwork';
import { Counter, Counters } from './counter.js';
import { Maths } from './maths.js';

const bot = new Bot({ cogs: [Maths, Counters], views: [Counter], prefix: '!' });

await bot.run();
