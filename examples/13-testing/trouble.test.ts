/** What becomes of it when Discord, or the way there, fails. */
import { expect, test } from '@jest/globals';
import 'cogwork/testing/jest';
import { raffleWorld } from './world.js';

test('a connection that is lost meanwhile does not matter', async () => {
  await using world = await raffleWorld();
  const { alice, clock, discord, general, owner } = world;
  const raffle = await owner.slash(general, 'raffle', { prize: 'A cake' });
  discord.faults.dropGateway();
  await clock.advance('20s');
  await alice.click(raffle.button('Enter (0)'));
  await clock.advance('40s');
  expect(raffle).toShowText(`goes to <@${alice.id}>!`);
});

test('an end that Discord does not take at first is tried again', async () => {
  await using world = await raffleWorld();
  const { clock, discord, general, owner } = world;
  const raffle = await owner.slash(general, 'raffle', { prize: 'A cake' });
  discord.transcript.clear();
  discord.faults.failRequests({ status: 503, path: '/messages', times: 2 });
  await clock.advance('2m');
  expect(raffle).toShowText('goes to nobody.');
  expect(discord.transcript.requests.map((line) => line.slice(-3))).toEqual(['503', '503', '200']);
});

test('a raffle whose message is gone is told of in the log', async () => {
  await using world = await raffleWorld();
  const { clock, general, logs, owner } = world;
  const raffle = await owner.slash(general, 'raffle', { prize: 'A cake' });
  await owner.delete(raffle);
  await clock.advance('1m');
  expect(logs).toHaveLogged('warn', 'The end of "A cake" could not be shown');
  expect(logs.of('error')).toEqual([]);
});

test('nothing is left when the bot closes in the middle of it', async () => {
  const world = await raffleWorld();
  const { close, clock, discord, general, owner } = world;
  await owner.slash(general, 'raffle', { prize: 'A cake' });
  await close();
  expect(clock.pendingTimers).toBe(0);
  expect(discord.crashes).toEqual([]);
});
