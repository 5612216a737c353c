import { existsSync } from 'node:fs';
import { Bot } from 'cogwork';
import { Greetings } from './cogs/greetings.js';
import { Poll, Polls } from './cogs/polls.js';

// The token is in the environment, or in a file that git ignores.
if (existsSync('.env')) process.loadEnvFile('.env');

const bot = new Bot({ cogs: [Greetings, Polls], views: [Poll] });

await bot.run();
