import { describe, expect, test } from '@jest/globals';
import { InteractionExpiredError } from '../../src/errors/interaction-expired-error.js';
import { InteractionStateError } from '../../src/errors/interaction-state-error.js';
import { FakeDiscord } from '../ui/support/fake-discord.js';

const EPHEMERAL = 64;

describe('a responder to a command', () => {
  test('makes the first reply the answer and the second a follow-up', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.slash();
    const first = await responder.reply('one');
    const second = await responder.reply('two', { ephemeral: true });
    expect(discord.asked).toEqual(['callback 4', 'followup']);
    expect(discord.message(first.id).content).toBe('one');
    expect(discord.message(second.id)).toMatchObject({ content: 'two', flags: EPHEMERAL });
  });

  test('makes the reply after a deferral an edit, and the next one a follow-up', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.slash();
    await responder.defer({ ephemeral: true });
    await responder.reply('one');
    await responder.reply('two');
    expect(discord.asked).toEqual(['callback 5', 'editOriginal', 'followup']);
    expect(discord.requests[0]!.body).toEqual({ type: 5, data: { flags: EPHEMERAL } });
  });

  test('puts two replies that are sent at once in order', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.slash();
    await Promise.all([responder.reply('one'), responder.reply('two')]);
    expect(discord.asked).toEqual(['callback 4', 'followup']);
  });

  test('is still unanswered when Discord refused the first answer', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.slash();
    discord.failNext = new Error('Invalid Form Body');
    await expect(responder.reply('one')).rejects.toThrow('Invalid Form Body');
    await responder.reply('sorry');
    expect(discord.asked).toEqual(['callback 4', 'callback 4']);
  });

  test('counts as answered when Discord says that it was', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.slash();
    discord.failNext = Object.assign(new Error('already acknowledged'), { discordCode: 40060 });
    await expect(responder.reply('one')).rejects.toThrow('already');
    await responder.reply('two');
    expect(discord.asked).toEqual(['callback 4', 'followup']);
  });

  test('refuses a first answer after three seconds without asking Discord', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.slash();
    await discord.clock.advance(3000);
    await expect(responder.reply('late')).rejects.toThrow(InteractionExpiredError);
    expect(discord.asked).toEqual([]);
  });

  test('says so when Discord has given the interaction up', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.slash();
    const cause = Object.assign(new Error('Unknown interaction'), { discordCode: 10062 });
    discord.failNext = cause;
    await expect(responder.reply('late')).rejects.toMatchObject({ code: 'INTERACTION_EXPIRED', cause });
  });

  test('refuses edits and follow-ups after fifteen minutes without asking Discord', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.slash();
    await responder.reply('one');
    await discord.clock.advance('15m');
    await expect(responder.followUp('two')).rejects.toThrow(InteractionExpiredError);
    await expect(responder.editOriginal('two')).rejects.toThrow('15 minutes');
    expect(discord.asked).toEqual(['callback 4']);
  });

  test('defers by itself when nothing was answered in time', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.slash();
    responder.deferLater('reply', 2000);
    await discord.clock.advance(2000);
    await responder.reply('done');
    expect(discord.asked).toEqual(['callback 5', 'editOriginal']);
  });

  test('does not defer, and keeps no timer, once it has answered', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.slash();
    responder.deferLater('reply', 2000);
    await responder.reply('done');
    expect(discord.clock.pendingTimers).toBe(0);
    await discord.clock.advance(5000);
    expect(discord.asked).toEqual(['callback 4']);
  });

  test('opens a modal only as the first answer', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.slash();
    await responder.defer();
    const modal = { title: 'Late', custom_id: 'late', components: [] };
    await expect(responder.showModal(modal)).rejects.toThrow(InteractionStateError);
  });

  test('refuses to update where there is no message', async () => {
    const discord = new FakeDiscord();
    await expect(discord.slash().responder.update('x')).rejects.toThrow(InteractionStateError);
  });
});

describe('a responder to a component', () => {
  test('updates the message by its first answer and by edits from then on', async () => {
    const discord = new FakeDiscord();
    const message = discord.post({ content: 'old' });
    const { responder } = discord.press(message, 'x');
    await responder.update('new');
    await responder.update('newer');
    expect(discord.asked).toEqual(['callback 7', 'editOriginal']);
    expect(discord.message(message.id).content).toBe('newer');
  });

  test('still updates the message after it has replied', async () => {
    const discord = new FakeDiscord();
    const message = discord.post({ content: 'old' });
    const { responder } = discord.press(message, 'x');
    await responder.reply('thanks', { ephemeral: true });
    await responder.update('new');
    expect(discord.asked).toEqual(['callback 4', 'editMessage']);
    expect(discord.message(message.id).content).toBe('new');
  });

  test('reaches an ephemeral message by its token after it has replied', async () => {
    const discord = new FakeDiscord();
    const message = discord.post({ content: 'old' }, EPHEMERAL);
    const { responder } = discord.press(message, 'x');
    await responder.reply('thanks');
    await responder.update('new');
    expect(discord.asked).toEqual(['callback 4', 'editFollowup']);
  });

  test('replies by a follow-up after a silent acknowledgement', async () => {
    const discord = new FakeDiscord();
    const { responder } = discord.press(discord.post({}), 'x');
    await responder.deferUpdate();
    await responder.deferUpdate();
    await responder.reply('done');
    expect(discord.asked).toEqual(['callback 6', 'followup']);
  });

  test('deletes the message it sits on when nothing was replied', async () => {
    const discord = new FakeDiscord();
    const message = discord.post({});
    await discord.press(message, 'x').responder.deleteOriginal();
    expect(discord.asked).toEqual(['callback 6', 'deleteOriginal']);
    expect(discord.messages.has(message.id)).toBe(false);
  });
});
