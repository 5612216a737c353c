import { Bot } from 'cogwork';
import { Recorder } from './recorder.js';

const bot = new Bot({ cogs: [Recorder], voice: true });

await bot.run();
