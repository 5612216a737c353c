import { afterEach, describe, expect, it } from '@jest/globals';
import type { EmulatedChannel, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

const INTENTS = 1 | 512 | (1 << 24);
const NOODLES = 1;
const RICE = 2;

describe('Votes in a poll', () => {
  let discord: Emulator | undefined;

  afterEach(async () => {
    await discord?.close();
  });

  async function ask(allowsSeveral: boolean): Promise<{
    alice: Person;
    general: EmulatedChannel;
    bot: RawBot;
    counts: () => Promise<unknown>;
    poll: { id: string; channelId: string };
  }> {
    discord = new Emulator();
    const alice = discord.createUser('Alice');
    const account = discord.createBot({ name: 'cook' });
    const general = discord.createGuild({ members: [alice, account] }).channel('general');
    const bot = await RawBot.create(discord, account);
    await bot.start(INTENTS);
    const path = `/channels/${general.id}/messages`;
    const answers = ['Noodles', 'Rice'].map((text) => ({ poll_media: { text } }));
    const sent = await bot.rest('POST', path, {
      poll: { question: { text: 'Dinner?' }, answers, duration: 1, allow_multiselect: allowsSeveral },
    });
    expect(sent).toMatchObject({ status: 200 });
    const { id } = sent.body as { id: string };
    const counts = async (): Promise<unknown> =>
      ((await bot.rest('GET', `${path}/${id}`)).body as { poll: { results: { answer_counts: unknown } } })
        .poll.results.answer_counts;
    return { alice, general, bot, counts, poll: { id, channelId: general.id } };
  }

  it('count, and replace those of before', async () => {
    const { alice, counts, poll } = await ask(false);
    await alice.vote(poll, NOODLES);
    await alice.vote(poll, RICE);
    expect(await counts()).toEqual([{ id: RICE, count: 1, me_voted: false }]);
    await alice.vote(poll);
    expect(await counts()).toEqual([]);
  });

  it('reach the bot as events', async () => {
    const { alice, poll } = await ask(true);
    const told: string[] = [];
    discord!.transcript.watch(({ kind, line }) => {
      if (kind === 'gateway-sent') told.push(line);
    });
    await alice.vote(poll, NOODLES, RICE);
    await alice.vote(poll, RICE);
    const added = 'gateway → MESSAGE_POLL_VOTE_ADD';
    expect(told).toEqual([added, added, 'gateway → MESSAGE_POLL_VOTE_REMOVE']);
  });

  it('are refused where the poll takes one answer, and where there is none', async () => {
    const { alice, general, poll } = await ask(false);
    await expect(alice.vote(poll, NOODLES, RICE)).rejects.toThrow('takes one answer only');
    const plain = await alice.say(general, 'hello');
    await expect(alice.vote(plain, NOODLES)).rejects.toThrow('no open poll');
  });
});
