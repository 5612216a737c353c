import { Bot } from 'cogwork';
import { Music } from './music.js';

const bot = new Bot({ cogs: [Music], voice: true });

await bot.run();
