import type { TestBotOptions, TestWorld } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';
import { Draw } from './draw.js';
import { Raffles } from './raffles.js';

/** Chance as tests want it: the last one always wins. */
const lastOne: Draw = { pick: (from) => from.at(-1) };

/** What the bot under test is made of; for every file of tests. */
export const options: TestBotOptions = {
  cogs: [Raffles],
  services: (container) => container.registerValue(Draw, lastOne),
};

/** Bot of this example in a Discord of its own. */
export function raffleWorld(more: TestBotOptions = {}): Promise<TestWorld> {
  return testBot({ ...options, ...more });
}
