/** What a bot does by itself, on the emulator and, when a token is given, on Discord. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Button, Intents } from 'cogwork';
import type { TargetWorld } from 'cogwork/testing';
import { testTargets } from 'cogwork/testing';

describe.each(testTargets())('a bot on $name', ({ open, skipped }) => {
  const when = skipped === undefined ? it : it.skip;
  let world: TargetWorld;

  beforeAll(async () => {
    if (skipped === undefined) world = await open({ intents: Intents.default().with('GuildMessages') });
  }, 30_000);

  afterAll(async () => {
    await world?.close();
  });

  when('is ready and knows its guild', () => {
    expect(world.bot.isReady).toBe(true);
    expect(world.bot.guilds.get(world.guildId)?.id).toBe(world.guildId);
  });

  when('sends, hears, edits and deletes a message', async () => {
    const { bot, channelId } = world;
    const heard = bot.waitFor('messageCreate', (message) => message.content === 'First', {
      timeoutMs: 10_000,
    });
    const sent = await bot.rest.channels.createMessage(channelId, { content: 'First' });
    expect((await heard).id).toBe(sent.id);
    const edited = await bot.rest.channels.editMessage(channelId, sent.id, { content: 'Second' });
    expect(edited.edited_timestamp).not.toBeNull();
    await bot.rest.channels.deleteMessage(channelId, sent.id);
    await expect(bot.rest.channels.getMessage(channelId, sent.id)).rejects.toMatchObject({
      discordCode: 10008,
      status: 404,
    });
  });

  when('is told what is wrong with a message', async () => {
    const tooLong = { content: 'x'.repeat(2001) };
    await expect(world.bot.rest.channels.createMessage(world.channelId, tooLong)).rejects.toMatchObject({
      discordCode: 50035,
    });
    await expect(world.bot.rest.channels.createMessage(world.channelId, {})).rejects.toMatchObject({
      discordCode: 50006,
    });
  });

  when('uploads a file', async () => {
    const { bot, channelId } = world;
    const files = [{ name: 'list.csv', data: Buffer.from('one,two') }];
    const sent = await bot.rest.channels.createMessage(channelId, { content: 'List' }, { files });
    expect(sent.attachments[0]).toMatchObject({ filename: 'list.csv', size: 7 });
    await bot.rest.channels.deleteMessage(channelId, sent.id);
  });

  when('shows buttons and reacts', async () => {
    const { bot, channelId } = world;
    const button = Button.to('yes', {}, { label: 'Yes' });
    const components = [{ type: 1, components: [button] }];
    const sent = await bot.rest.channels.createMessage(channelId, { content: 'Sure?', components });
    await bot.rest.reactions.add(channelId, sent.id, '👍');
    const now = await bot.rest.channels.getMessage(channelId, sent.id);
    expect(now.reactions).toMatchObject([{ count: 1, me: true, emoji: { name: '👍' } }]);
    expect(now.components).toMatchObject([{ components: [{ label: 'Yes' }] }]);
    await bot.rest.channels.deleteMessage(channelId, sent.id);
  });
});

describe('the places to run a suite in', () => {
  it('skip Discord, and say why, unless a token and a channel are given', () => {
    const reasons = (given: Parameters<typeof testTargets>[0]) =>
      testTargets(given).map(({ skipped }) => skipped);
    expect(reasons({ token: '', channelId: '' })).toEqual([
      undefined,
      'set COGWORK_TEST_TOKEN and COGWORK_TEST_CHANNEL to run it',
    ]);
    expect(reasons({ token: 'x', channelId: '' })[1]).toMatch(/set COGWORK_TEST_CHANNEL/);
    expect(reasons({ token: 'x', channelId: '1' })).toEqual([undefined, undefined]);
  });
});
