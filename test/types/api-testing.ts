/** Block of the public surface, section 7: tests and local development. */
import { expect } from '@jest/globals';
import { testBot } from 'cogwork/testing';
import { Counter, Counters } from '../../examples/01-first-bot/counter.js';
import { Maths } from '../../examples/01-first-bot/maths.js';

export async function testTheFirstBot(): Promise<void> {
  const { alice, general, clock, discord, bot } = await testBot({
    cogs: [Maths, Counters],
    views: [Counter],
  });
  const reply = await alice.slash(general, 'add', { a: 2, b: 3 });
  expect(reply.content).toBe('2 + 3 = 5');
  const pressed = await alice.click((await alice.slash(general, 'counter')).button('Pressed 0 times'));
  expect(pressed.buttons[0]?.label).toBe('Pressed 1 times');
  await clock.advance('15m');
  discord.faults.closeGateway(4000);
  await clock.advance('1m');
  expect(bot.isReady).toBe(true);
}
