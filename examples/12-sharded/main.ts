import { Bot, FileSessionStore } from 'cogwork';
import { Census } from './census.js';
import { Where } from './where.js';

const bot = new Bot({
  cogs: [Census, Where],
  // A deployment goes on where the last one stopped, instead of identifying every shard anew.
  gateway: { sessionStore: new FileSessionStore(process.env['SESSIONS'] ?? 'data/sessions') },
  shards: { count: 'auto', processes: Number(process.env['PROCESSES'] ?? 2) },
});

await bot.run();
