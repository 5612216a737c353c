import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';
import 'cogwork/testing/jest';
import { FeedbackDesk } from '../../examples/05-modals/feedback.js';
import { Reports } from '../../examples/05-modals/report.js';
import { SignUp } from '../../examples/05-modals/sign-up.js';

const STORY = 'The cake was a lie, and the coffee was cold.';
let world: TestWorld;

beforeEach(async () => {
  world = await testBot({ cogs: [FeedbackDesk, Reports, SignUp] });
});

afterEach(() => world.close());

describe('feedback', () => {
  test('is taken when it is right', async () => {
    const { alice, general } = world;
    const modal = await alice.slash(general, 'feedback');
    expect(modal).toShowModal('Feedback');
    const answer = await alice.submit(modal, { About: 'the shop', 'What happened?': STORY });
    expect(answer).toShowEmbed({ title: 'About the shop', footer: { text: 'No answer wanted' } });
    expect(answer).toBeEphemeral();
  });

  test('with a wrong address is given back with what was typed', async () => {
    const { alice, general } = world;
    const modal = await alice.slash(general, 'feedback');
    const typed = { About: 'the website', 'What happened?': STORY, 'Your e-mail': 'alice at home' };
    const refusal = await alice.submit(modal, typed);
    expect(refusal).toShowText('**Your e-mail**: write it as in name@example.com');
    const again = await alice.click(refusal.buttons[0]!);
    expect(again.modal.fields.find(({ customId }) => customId === 'story')?.value).toBe(STORY);
    const answer = await alice.submit(again, { ...typed, 'Your e-mail': 'alice@example.com' });
    expect(answer).toShowEmbed({ footer: { text: 'Answer to alice@example.com' } });
  });

  test('that is too short does not leave the client', async () => {
    const { alice, general } = world;
    const modal = await alice.slash(general, 'feedback');
    const submitting = alice.submit(modal, { About: 'the shop', 'What happened?': 'Bad.' });
    await expect(submitting).rejects.toThrow(/20 to 1000 characters/);
  });
});

describe('a report', () => {
  test('names what is wrong, and markdown in it does nothing', async () => {
    const { alice, bob, general } = world;
    const said = await bob.say(general, 'Buy my watches');
    const modal = await alice.messageCommand(said, 'Report');
    const answer = await alice.submit(modal, { 'What is wrong with it?': 'spam', Explain: '**again**' });
    expect(answer.content).toBe('Reported as spam: \\*\\*again\\*\\*. A moderator will look at it.');
  });

  test('of an own message offers to delete it', async () => {
    const { alice, discord, general } = world;
    const said = await alice.say(general, 'I did not mean this');
    const modal = await alice.messageCommand(said, 'Report');
    await alice.submit(modal, { 'Delete it, if it is yours': true });
    await discord.settle();
    const question = alice.read(general).at(-1)!;
    await alice.click(question.button('Yes'));
    await discord.settle();
    expect(alice.read(general).map(({ content }) => content)).not.toContain('I did not mean this');
  });

  test('that nobody submits is forgotten', async () => {
    const { alice, bob, clock, general, logs } = world;
    const said = await bob.say(general, 'Hello');
    const modal = await alice.messageCommand(said, 'Report');
    await clock.advance('6m');
    expect((await alice.submit(modal, {})).content).toMatch(/expired|no longer|too late/i);
    expect(logs.of('error')).toEqual([]);
  });
});

describe('signing up', () => {
  test('takes two modals with a button between, and remembers the first', async () => {
    const { alice, bob, general } = world;
    const you = await alice.slash(general, 'sign-up');
    const between = await alice.submit(you, { 'Name on the shirt': 'Ally' });
    const team = await alice.click(between.button('On to your team'));
    const refusal = await alice.submit(team, { 'Who plays with you?': [bob], 'Can you play on': ['Friday'] });
    expect(refusal).toShowText('read the rules first');
    const again = await alice.click(refusal.buttons[0]!);
    const answer = await alice.submit(again, {
      'Who plays with you?': [bob],
      'Can you play on': ['Friday', 'Sunday'],
      'I have read the rules': true,
    });
    expect(answer.content).toBe('Ally (7) with bob, on Friday or Sunday');
    expect(answer.buttons).toEqual([]);
  });
});
