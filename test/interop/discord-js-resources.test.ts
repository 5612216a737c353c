/** What else of a guild an unmodified discord.js bot makes, reads, changes and removes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ForumChannel, Guild, StageChannel, TextChannel } from 'discord.js';
import {
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  ChannelType,
  Client,
  ContainerBuilder,
  GatewayIntentBits,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  MessageFlags,
  PollLayoutType,
  TextDisplayBuilder,
} from 'discord.js';
import type { PortScene } from './support/port-scene.js';
import { openPort } from './support/port-scene.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let scene: PortScene;
let client: Client<true>;
let guild: Guild;
let general: TextChannel;

beforeAll(async () => {
  scene = await openPort();
  client = new Client({
    intents: Object.values(GatewayIntentBits).filter((bit): bit is number => typeof bit === 'number'),
    rest: { api: scene.apiBase, cdn: `http://127.0.0.1:${scene.port}` },
  });
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(scene.account.token);
  await ready;
  guild = client.guilds.cache.get(scene.guild.id)!;
  general = guild.channels.cache.get(scene.general.id) as TextChannel;
});

afterAll(async () => {
  await client?.destroy();
  await scene?.discord.close();
});

describe('a discord.js bot in the emulator', () => {
  it('sends components of version 2', async () => {
    const sent = await general.send({
      flags: MessageFlags.IsComponentsV2,
      components: [
        new ContainerBuilder()
          .setAccentColor(0x33_66_99)
          .addTextDisplayComponents(new TextDisplayBuilder().setContent('# Notice')),
      ],
    });
    expect(sent.flags.has(MessageFlags.IsComponentsV2)).toBe(true);
    expect(scene.alice.read(scene.general).at(-1)?.text).toBe('# Notice');
  });

  it('opens and ends polls', async () => {
    const sent = await general.send({
      poll: {
        question: { text: 'Tea?' },
        answers: [{ text: 'Yes' }, { text: 'No' }],
        duration: 1,
        allowMultiselect: false,
        layoutType: PollLayoutType.Default,
      },
    });
    expect(sent.poll?.answers.map(({ text }) => text)).toEqual(['Yes', 'No']);
    expect((await sent.poll?.end())?.poll?.resultsFinalized).toBe(true);
  });

  it('answers and forwards messages', async () => {
    const first = await general.send('Original');
    const reply = await first.reply({ content: 'Reply', allowedMentions: { repliedUser: false } });
    expect((await reply.fetchReference()).id).toBe(first.id);
    const forwarded = await first.forward(general);
    expect(forwarded.messageSnapshots.first()?.content).toBe('Original');
    const many = await Promise.all(['a', 'b', 'c'].map((content) => general.send(content)));
    expect((await general.bulkDelete(many)).size).toBe(3);
  });

  it('posts in forums by tags', async () => {
    const forum = (await guild.channels.create({
      name: 'help',
      type: ChannelType.GuildForum,
      availableTags: [{ name: 'Solved' }],
    })) as ForumChannel;
    const tag = forum.availableTags[0]!;
    const post = await forum.threads.create({
      name: 'How?',
      message: { content: 'Like so' },
      appliedTags: [tag.id],
    });
    expect(post.appliedTags).toEqual([tag.id]);
    expect((await post.fetchStarterMessage())?.content).toBe('Like so');
    expect((await guild.channels.fetchActiveThreads()).threads.has(post.id)).toBe(true);
  });

  it('moves, overwrites and deletes channels', async () => {
    const category = await guild.channels.create({ name: 'Area', type: ChannelType.GuildCategory });
    const child = await guild.channels.create({ name: 'child', parent: category.id, topic: 'Old' });
    expect((await child.setTopic('New')).topic).toBe('New');
    await child.lockPermissions();
    await guild.channels.setPositions([{ channel: child.id, position: 3 }]);
    const [first, second] = [await child.clone(), await child.createInvite({ maxAge: 60, unique: true })];
    expect(first.parentId).toBe(category.id);
    expect((await guild.invites.fetch()).has(second.code)).toBe(true);
    await second.delete();
    await category.delete();
  });

  it('makes emojis, stickers and sounds', async () => {
    const emoji = await guild.emojis.create({ attachment: PNG, name: 'dot' });
    expect((await emoji.edit({ name: 'spot' })).name).toBe('spot');
    const message = await general.send(`${emoji}`);
    await message.react(emoji);
    expect((await message.fetch()).reactions.cache.get(emoji.id)?.count).toBe(1);
    await emoji.delete();
    const sticker = await guild.stickers.create({
      file: { attachment: PNG, name: 'dot.png' },
      name: 'dot',
      tags: 'dot',
    });
    expect((await guild.stickers.fetch()).has(sticker.id)).toBe(true);
    await sticker.delete();
    const own = await client.application.emojis.create({ attachment: PNG, name: 'mine' });
    expect((await client.application.emojis.fetch()).has(own.id)).toBe(true);
  });

  it('plans events and stages', async () => {
    const event = await guild.scheduledEvents.create({
      name: 'Party',
      scheduledStartTime: Date.now() + 3_600_000,
      scheduledEndTime: Date.now() + 7_200_000,
      privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
      entityType: GuildScheduledEventEntityType.External,
      entityMetadata: { location: 'Here' },
    });
    expect((await event.edit({ name: 'Big party' })).name).toBe('Big party');
    expect((await event.fetchSubscribers()).size).toBe(0);
    await event.delete();
    const stage = (await guild.channels.create({
      name: 'Stage',
      type: ChannelType.GuildStageVoice,
    })) as StageChannel;
    const instance = await stage.createStageInstance({ topic: 'Talk' });
    expect((await instance.edit({ topic: 'Walk' })).topic).toBe('Walk');
    await instance.delete();
  });

  it('moderates: rules, bans, kicks and prunes', async () => {
    const rule = await guild.autoModerationRules.create({
      name: 'Words',
      eventType: AutoModerationRuleEventType.MessageSend,
      triggerType: AutoModerationRuleTriggerType.Keyword,
      triggerMetadata: { keywordFilter: ['bad'] },
      actions: [{ type: AutoModerationActionType.BlockMessage }],
    });
    expect((await guild.autoModerationRules.fetch()).has(rule.id)).toBe(true);
    await rule.delete();
    const bob = scene.discord.createUser('bob');
    scene.guild.add(bob);
    await guild.members.ban(bob.id, { reason: 'Loud', deleteMessageSeconds: 60 });
    expect((await guild.bans.fetch(bob.id)).reason).toBe('Loud');
    await guild.bans.remove(bob.id);
    scene.guild.add(bob);
    await guild.members.kick(bob.id);
    await expect(guild.members.fetch({ user: bob.id, force: true })).rejects.toMatchObject({ code: 10007 });
    expect(await guild.members.prune({ dry: true, days: 7 })).toBe(0);
  });

  it('writes to a person alone', async () => {
    const user = await client.users.fetch(scene.alice.id);
    const sent = await user.send('Between us');
    expect(sent.channel.type).toBe(ChannelType.DM);
    expect(scene.alice.read(scene.alice.directMessages(scene.account)).map(({ content }) => content)).toEqual(
      ['Between us'],
    );
  });

  it('changes the guild, its welcome screen, its widget and itself', async () => {
    expect((await guild.setName('Port')).name).toBe('Port');
    expect((await guild.setSystemChannel(general.id)).systemChannelId).toBe(general.id);
    expect((await guild.fetchWidgetSettings()).enabled).toBe(false);
    const updated = new Promise<void>((resolve) => client.once('guildUpdate', () => resolve()));
    await guild.setWidgetSettings({ enabled: true, channel: general });
    await updated;
    expect(guild.widgetEnabled).toBe(true);
    expect((await guild.fetchPreview()).name).toBe('Port');
    const me = await guild.members.editMe({ nick: 'Captain' });
    expect(me.nickname).toBe('Captain');
    expect((await client.user.setUsername('captain')).username).toBe('captain');
    expect((await client.application.fetch()).id).toBe(scene.account.application.id);
  });

  it('met no bug of the emulator', () => {
    expect(scene.discord.crashes).toEqual([]);
  });
});
