import { Bot, FileStateStore } from 'cogwork';
import { Polls } from './polls.js';
import { RoleMenu } from './role-menu.js';

const bot = new Bot({
  cogs: [Polls, RoleMenu],
  stateStore: new FileStateStore(process.env['VIEWS'] ?? 'data/views'),
});

await bot.run();
