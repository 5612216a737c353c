/** Bot of the soak: the first example, in a process that tells its memory when asked. */
import { Bot } from 'cogwork';
import { Counter, Counters } from '../../examples/01-first-bot/counter.js';
import { Maths } from '../../examples/01-first-bot/maths.js';

process.on('message', () => {
  globalThis.gc?.();
  process.send?.({ heapBytes: process.memoryUsage().heapUsed });
});

const bot = new Bot({ cogs: [Maths, Counters], views: [Counter], prefix: '!', logLevel: 'error' });
void bot.run().finally(() => process.disconnect?.());
