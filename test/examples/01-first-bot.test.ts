import { expect, test } from '@jest/globals';
import { testBot } from 'cogwork/testing';
import { Counter, Counters } from '../../examples/01-first-bot/counter.js';
import { Maths } from '../../examples/01-first-bot/maths.js';

const options = { cogs: [Maths, Counters], views: [Counter], prefix: '!' };

test('a returned value is the reply, and an option left out has its default', async () => {
  const { alice, general } = await testBot(options);
  expect((await alice.slash(general, 'add', { a: 2, b: 3 })).content).toBe('2 + 3 = 5');
  expect((await alice.slash(general, 'add', { a: 2 })).content).toBe('2 + 1 = 3');
});

test('a listener answers a message', async () => {
  const { alice, general } = await testBot(options);
  const said = await alice.say(general, 'ping');
  expect(said.reply?.content).toBe('pong');
});

test('a prefix command takes plain words', async () => {
  const { alice, general } = await testBot(options);
  expect((await alice.say(general, '!sum 4 5')).reply?.content).toBe('4 + 5 = 9');
});

test('a view counts its presses', async () => {
  const { alice, general } = await testBot(options);
  let message = await alice.slash(general, 'counter');
  for (const count of [0, 1, 2]) message = await alice.click(message.button(`Pressed ${count} times`));
  expect(message.buttons.map(({ label }) => label)).toEqual(['Pressed 3 times']);
});

test('closing leaves no timer', async () => {
  const { clock, close, discord } = await testBot(options);
  await close();
  expect(clock.pendingTimers).toBe(0);
  expect(discord.crashes).toEqual([]);
});
