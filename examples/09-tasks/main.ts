import { Bot } from 'cogwork';
import { Operations } from './operations.js';
import { Reminders } from './reminders.js';
import { Standup } from './standup.js';

const bot = new Bot({ cogs: [Operations, Reminders, Standup] });

await bot.run();
