import { Bot } from 'cogwork';
import { FeedbackDesk } from './feedback.js';
import { Reports } from './report.js';
import { SignUp } from './sign-up.js';

const bot = new Bot({ cogs: [FeedbackDesk, Reports, SignUp] });

await bot.run();
