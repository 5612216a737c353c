import type { BotOptions } from 'cogwork';
import { Bot, SharedCache } from 'cogwork';
import { Archivist } from './archivist.js';
import { Greeter } from './greeter.js';

/** Two bots of one process: what they see of the same guilds is parsed and kept once. */
export function makeBots(tokens: readonly (string | undefined)[], options: BotOptions = {}): readonly Bot[] {
  const cache = new SharedCache({ messages: 5000 });
  return [
    new Bot({ ...options, cache, cogs: [Greeter], token: tokens[0] }),
    new Bot({ ...options, cache, cogs: [Archivist], token: tokens[1] }),
  ];
}
