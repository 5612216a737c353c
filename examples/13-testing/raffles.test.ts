/** What people see: they use the bot as they would in Discord's client, and time is the test's. */
import { describe, expect, test } from '@jest/globals';
import 'cogwork/testing/jest';
import { raffleWorld } from './world.js';

describe('a raffle', () => {
  test('goes to one of those who entered', async () => {
    await using world = await raffleWorld();
    const { alice, bob, clock, general, owner } = world;
    const raffle = await owner.slash(general, 'raffle', { prize: 'A cake', time: '5m' });
    expect(raffle).toShowText(/A cake\*\* ends <t:\d+:R>$/);
    for (const person of [alice, bob]) await person.click(raffle.buttons[0]!);
    expect(raffle).toShowButton('Enter (2)', { style: 'success', disabled: false });
    await clock.advance('5m');
    expect(raffle).toShowText(`A cake** goes to <@${bob.id}>!`);
    expect(raffle).toShowButton('Enter (2)', { disabled: true });
  });

  test('counts everybody once', async () => {
    await using world = await raffleWorld();
    const { alice, general, owner } = world;
    const raffle = await owner.slash(general, 'raffle', { prize: 'A cake' });
    await alice.click(raffle.button('Enter (0)'));
    const answer = await alice.click(raffle.button('Enter (1)'));
    expect(answer).toShowText('You are in already.');
    expect(answer).toBeEphemeral();
    expect(raffle).toShowButton('Enter (1)');
  });

  test('that nobody enters goes to nobody, after a minute', async () => {
    await using world = await raffleWorld();
    const { clock, general, owner } = world;
    const raffle = await owner.slash(general, 'raffle', { prize: 'A stone' });
    await clock.advance('59s');
    expect(raffle).toShowText(' ends ');
    await clock.advance('1s');
    expect(raffle).toShowText('goes to nobody.');
  });

  test('is for those who may manage events', async () => {
    await using world = await raffleWorld();
    const { alice, allow, general } = world;
    const refused = await alice.slash(general, 'raffle', { prize: 'A cake' });
    expect(refused).toBeEphemeral();
    expect(refused).not.toShowButton(/Enter/);
    allow(alice, 'ManageEvents');
    expect(await alice.slash(general, 'raffle', { prize: 'A cake' })).toShowButton('Enter (0)');
  });

  test.each([
    ['5s', /time/],
    ['soon', /90s, 15m or 1h30m/],
  ])('cannot last %s', async (time, explanation) => {
    await using world = await raffleWorld();
    const answer = await world.owner.slash(world.general, 'raffle', { prize: 'A cake', time });
    expect(answer).toShowText(explanation);
    expect(answer).toBeEphemeral();
  });
});
