import { describe, expect, it } from '@jest/globals';
import type { ForumChannel, TextChannel, ViewLayout } from 'cogwork';
import {
  Button,
  ChannelType,
  Intents,
  parseWebhookUrl,
  Rest,
  TextDisplay,
  View,
  webhookFromUrl,
} from 'cogwork';
import { testBot } from 'cogwork/testing';
import { makeWebhook } from '../../src/emulator/world/webhook.js';

async function makeWorld() {
  const world = await testBot({ intents: Intents.all() });
  const known = world.bot.guilds.get(world.guild.id)!;
  return { ...world, known, text: known.channels.get(world.general.id) as TextChannel };
}

class Press extends View {
  @Button({ label: 'Press' }) press(): void {}
}

class Notice extends View {
  override render(): ViewLayout {
    return { components: [new TextDisplay('Read this')] };
  }
}

describe('a webhook', () => {
  it('sends under another name, and its messages are edited, fetched and deleted by it', async () => {
    const { alice, bot, general, text } = await makeWorld();
    const webhook = await text.createWebhook({ name: 'news' }, 'for news');
    expect([webhook.canSend, webhook.channel?.id, webhook.creator?.id, webhook.applicationId]).toEqual([
      true,
      general.id,
      bot.user.id,
      bot.applicationId,
    ]);
    const sent = await webhook.send(
      { content: 'hello', files: [{ name: 'a.txt', data: Buffer.from('a') }] },
      { username: 'Reporter' },
    );
    expect([sent.author.username, sent.webhookId, sent.attachments.length, sent.isOwn]).toEqual([
      'Reporter',
      webhook.id,
      1,
      false,
    ]);
    expect((await sent.edit('changed')).content).toBe('changed');
    expect((await sent.fetch()).content).toBe('changed');
    expect((await webhook.fetchMessage(sent.id)).webhook).toBe(webhook);
    expect(alice.read(general).at(-1)?.content).toBe('changed');
    const more = await sent.edit({ files: [{ name: 'b.txt', data: Buffer.from('b'), description: 'B' }] });
    expect(more.attachments.map(({ filename }) => filename)).toEqual(['a.txt', 'b.txt']);
    const layout = await more.edit(new Notice());
    expect([layout.content, layout.flags.has('IsComponentsV2')]).toEqual(['', true]);
    await expect(layout.edit('words again')).rejects.toThrow('made of components alone');
    await sent.delete();
    await expect(webhook.fetchMessage(sent.id)).rejects.toThrow('Unknown Message');
    expect((await webhook.send({ view: new Press() })).component('Press')).toBeUndefined();
  });

  it('that is of no application shows components as well', async () => {
    const { bot, discord, general, guild, owner } = await makeWorld();
    const { id, token } = makeWebhook(discord.world, {
      guild_id: guild.id,
      channel_id: general.id,
      name: 'by hand',
      avatar: null,
      application_id: null,
      user: owner.user as never,
    });
    const sent = await bot.webhooks.ref(id, token!).send({
      components: [
        { type: 1, components: [{ type: 2, style: 5, label: 'Open', url: 'https://example.com' }] },
      ],
    });
    expect(sent.components).toHaveLength(1);
  });

  it('writes in threads and begins posts with tags', async () => {
    const { discord, known, text } = await makeWorld();
    const thread = await text.startThread({ name: 'talk', type: 11 as never });
    const webhook = await text.createWebhook({ name: 'news' });
    const sent = await webhook.send('inside', { threadId: thread.id });
    expect(sent.channelId).toBe(thread.id);
    expect((await sent.edit('still inside')).content).toBe('still inside');
    await sent.delete();
    const made = await known.channels.create({ name: 'help', type: ChannelType.GuildForum });
    await discord.settle();
    const forum = known.channels.get(made.id) as ForumChannel;
    const [tag] = await forum.createTag({ name: 'bug' });
    const poster = await forum.createWebhook({ name: 'reports' });
    await poster.send('It broke', { threadName: 'Crash', appliedTagIds: [tag!.id] });
    await discord.settle();
    expect([...forum.threads].map((post) => [post.name, post.appliedTags.map(({ name }) => name)])).toEqual([
      ['Crash', ['bug']],
    ]);
    expect((await forum.fetchWebhooks()).map(({ name }) => name)).toEqual(['reports']);
  });

  it('is used by its address, by a bot and without one', async () => {
    const { alice, bot, discord, general, text } = await makeWorld();
    const made = await text.createWebhook({ name: 'news' });
    const { id } = await bot.webhooks.fromUrl(made.url!).send('from the bot');
    expect(id).toBeDefined();
    await using rest = new Rest(undefined, {
      baseUrl: discord.apiUrl,
      dispatcher: () => discord.dispatcher(),
    });
    const alone = webhookFromUrl(made.url!, rest);
    const sent = await alone.send('from nowhere');
    expect(alice.read(general).map(({ content }) => content)).toEqual(['from the bot', 'from nowhere']);
    expect((await sent.edit('changed')).content).toBe('changed');
    expect((await alone.edit({ name: 'renamed' })).name).toBe('renamed');
    const known = await alone.fetch();
    expect([known.name, known.creator]).toEqual(['renamed', undefined]);
    await alone.delete();
    await expect(bot.webhooks.fetch(made.id)).rejects.toThrow('Unknown Webhook');
    expect(() => bot.webhooks.fromUrl('https://discord.com/channels/1/2')).toThrow('no address of a webhook');
    expect(
      parseWebhookUrl(
        'https://canary.discord.com/api/v10/webhooks/123456789012345678/abcdefghij_klmnopqrst-uv',
      ),
    ).toEqual({
      id: '123456789012345678',
      token: 'abcdefghij_klmnopqrst-uv',
    });
  });

  it('without a token says so before anything is sent', async () => {
    const { bot, known } = await makeWorld();
    const news = await known.channels.create({ name: 'news', type: ChannelType.GuildAnnouncement });
    const target = await known.channels.create({ name: 'copies' });
    await news.follow(target.id);
    const [follower] = await target.fetchWebhooks();
    expect([follower?.type, (await known.fetchWebhooks()).length]).toEqual([2, 1]);
    const blind = await bot.webhooks.fetch(follower!.id);
    await expect(Object.assign(blind, { raw: { ...blind.raw, token: undefined } }).send('x')).rejects.toThrow(
      'has no token',
    );
  });

  it('is moved to another channel with the rights of the bot', async () => {
    const { known, text } = await makeWorld();
    const target = await known.channels.create({ name: 'elsewhere' });
    const webhook = await text.createWebhook({ name: 'news' });
    expect((await webhook.edit({ channel_id: target.id }, 'moved')).channelId).toBe(target.id);
    await webhook.delete('gone');
    expect(await target.fetchWebhooks()).toEqual([]);
  });
});
