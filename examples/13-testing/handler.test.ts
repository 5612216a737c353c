/** A handler alone: called as any method, with a context that is real but for the fact that nobody has answered it. */
import { expect, test } from '@jest/globals';
import { fakeContext } from 'cogwork/testing';
import 'cogwork/testing/jest';
import { Raffle } from './raffle.js';
import { Raffles } from './raffles.js';
import { options } from './world.js';

test('what the handler returns is the raffle', async () => {
  await using world = await fakeContext({ ...options, permissions: 'ManageEvents' });
  const { bot, clock, ctx } = world;
  const raffle = bot.getCog(Raffles)!.raffle(ctx, { prize: 'A cake', time: 90_000 });
  expect(raffle).toBeInstanceOf(Raffle);
  expect(raffle.endsAtMs).toBe(clock.now() + 90_000);
});

test('a raffle that is sent can be entered', async () => {
  await using world = await fakeContext(options);
  const { alice, answers, ctx } = world;
  await ctx.reply(new Raffle('A cake', 0));
  const [message] = answers();
  expect(await alice.click(message!.button('Enter (0)'))).toShowButton('Enter (1)');
});
