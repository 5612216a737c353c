import { Bot } from 'cogwork';
import { moderationBot } from './options.js';

const bot = new Bot(moderationBot(process.env['DATABASE'] ?? 'data/moderation.sqlite'));

await bot.run();
