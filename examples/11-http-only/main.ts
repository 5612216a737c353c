import { Bot } from 'cogwork';
import { Oracle } from './oracle.js';

const bot = new Bot({ cogs: [Oracle] });

await bot.run({ serve: { path: '/interactions', port: Number(process.env['PORT'] ?? 8080) } });
