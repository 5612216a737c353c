import { describe, expect, it } from '@jest/globals';
import type { ForumChannel, StageChannel, TextChannel, ThreadChannel, VoiceChannel } from 'cogwork';
import { ChannelType, Intents, MemberCacheFlags } from 'cogwork';
import { testBot } from 'cogwork/testing';

async function makeWorld() {
  const world = await testBot({
    intents: Intents.all(),
    cache: { members: MemberCacheFlags.all(), chunkGuilds: true },
  });
  const known = world.bot.guilds.get(world.guild.id)!;
  return { ...world, known, text: known.channels.get(world.general.id) as TextChannel };
}

const times = async (count: number, act: (index: number) => Promise<unknown>): Promise<void> => {
  for (let i = 0; i < count; i++) await act(i);
};

describe('channels of a guild', () => {
  it('are made of the class that their type has', async () => {
    const { discord, known } = await makeWorld();
    const category = await known.channels.create({ name: 'Spoken', type: ChannelType.GuildCategory });
    const voice = await category.createChannel({
      name: 'talk',
      type: ChannelType.GuildVoice,
      bitrate: 96_000,
    });
    const text = await category.createChannel({ name: 'write', topic: 'words', nsfw: true });
    await discord.settle();
    expect([voice.bitrate, voice.category?.name, text.topic, text.nsfw]).toEqual([
      96_000,
      'Spoken',
      'words',
      true,
    ]);
    expect(category.children.map(({ name }) => name)).toEqual(['write', 'talk']);
    expect(
      known.channels.byCategory().map(([parent, inside]) => [parent?.name, inside.map(({ name }) => name)]),
    ).toEqual([
      [undefined, ['general']],
      ['Spoken', ['write', 'talk']],
    ]);
    expect(known.channels.ofType(ChannelType.GuildVoice).map(({ bitrate }) => bitrate)).toEqual([96_000]);
    expect(
      known.channels.ofType(ChannelType.GuildText, ChannelType.GuildCategory).map(({ name }) => name),
    ).toEqual(['general', 'Spoken', 'write']);
    expect(text.url).toBe(`https://discord.com/channels/${known.id}/${text.id}`);
  });

  it('are moved before, behind, to the beginning and into a category', async () => {
    const { discord, known, text } = await makeWorld();
    const [a, b] = [await known.channels.create({ name: 'a' }), await known.channels.create({ name: 'b' })];
    const category = await known.channels.create({ name: 'C', type: ChannelType.GuildCategory });
    await category.setPermissions(known.roles.everyone!, { deny: 'SendMessages' });
    await discord.settle();
    const loose = () => known.channels.byCategory()[0]?.[1].map(({ name }) => name);
    await b.move({ toBeginning: true });
    await discord.settle();
    expect(loose()).toEqual(['b', 'general', 'a']);
    await b.move({ after: text.id });
    await discord.settle();
    expect(loose()).toEqual(['general', 'b', 'a']);
    await text.move({ toEnd: true, offset: -1 });
    await discord.settle();
    expect(loose()).toEqual(['b', 'general', 'a']);
    await a.move({ before: b.id });
    await discord.settle();
    expect(loose()).toEqual(['a', 'b', 'general']);
    await a.move({ parentId: category.id, syncPermissions: true });
    await discord.settle();
    expect([loose(), a.parentId, a.permissionsSynced]).toEqual([['b', 'general'], category.id, true]);
    await expect(a.move({ before: '5' })).rejects.toThrow('not cached');
  });

  it('are cloned, changed, given overwrites and deleted', async () => {
    const { alice, discord, known, text } = await makeWorld();
    await text.edit({ topic: 'about all', rate_limit_per_user: 5 }, 'slower');
    await text.setPermissions(known.members.get(alice.id)!, { allow: 'PinMessages', deny: ['AddReactions'] });
    await discord.settle();
    const copy = (await text.clone({ name: 'copy' })) as TextChannel;
    expect([copy.name, copy.topic, copy.slowmodeSeconds]).toEqual(['copy', 'about all', 5]);
    await discord.settle();
    const overwrite = copy.overwriteFor(known.members.get(alice.id)!);
    expect([overwrite.allow.toArray(), overwrite.deny.toArray()]).toEqual([
      ['PinMessages'],
      ['AddReactions'],
    ]);
    expect(copy.overwriteFor(known.roles.everyone!).deny.toArray()).toEqual([]);
    await copy.setPermissions(known.members.get(alice.id)!, null);
    await discord.settle();
    expect(copy.permissionOverwrites).toEqual([]);
    expect([copy.ownPermissions.has('ManageChannels'), copy.members.map(({ id }) => id)]).toEqual([
      true,
      expect.arrayContaining([alice.id]),
    ]);
    await copy.delete('done');
    await discord.settle();
    expect(known.channels.get(copy.id)).toBeUndefined();
  });

  it('are reached by their id alone, cached or not', async () => {
    const { alice, bot, general, text } = await makeWorld();
    expect(bot.channels.ref(general.id).equals(text)).toBe(true);
    expect(bot.channels.find((channel) => channel.equals(text))?.id).toBe(text.id);
    const dm = await bot.users.createDm(alice.id);
    const sent = await bot.channels.ref(dm.id).send('psst');
    expect([sent.channelId, sent.guildId, sent.url]).toEqual([
      dm.id,
      undefined,
      `https://discord.com/channels/@me/${dm.id}/${sent.id}`,
    ]);
  });

  it('invite with an end, to an activity, and for chosen users only', async () => {
    const { alice, bob, bot, known } = await makeWorld();
    const voice = await known.channels.create({ name: 'talk', type: ChannelType.GuildVoice });
    const invite = await voice.createInvite({ max_age: 600, max_uses: 2, temporary: true }, 'guests', [
      alice.id,
    ]);
    expect([invite.maxUses, invite.maxAgeSeconds, invite.temporary, invite.channelId]).toEqual([
      2,
      600,
      true,
      voice.id,
    ]);
    expect([invite.inviter?.id, invite.expiresAt!.getTime() - invite.createdAt!.getTime()]).toEqual([
      bot.user.id,
      600_000,
    ]);
    expect(await invite.fetchTargetUserIds()).toEqual([alice.id]);
    await invite.setTargetUserIds([alice.id, bob.id]);
    expect(await invite.fetchTargetUserIds()).toEqual([alice.id, bob.id]);
    expect((await invite.fetchTargetUsersStatus()).total_users).toBe(2);
    const game = await voice.createActivityInvite('880218394199220334');
    expect([game.targetType, game.targetApplication?.id]).toEqual([2, '880218394199220334']);
    const stream = await voice.createInvite({ target_type: 1, target_user_id: alice.id });
    expect([stream.targetUser?.username, (await voice.fetchInvites()).length]).toEqual(['alice', 3]);
    const seen = await bot.invites.fetch(`https://discord.gg/${invite.code}`);
    expect([seen.approximateMemberCount, seen.guild?.name, seen.channelName, seen.equals(invite)]).toEqual([
      4,
      'guild',
      'talk',
      true,
    ]);
    await bot.invites.delete(invite.url);
    await expect(invite.fetch()).rejects.toThrow('Unknown Invite');
  });
});

describe('threads', () => {
  it('are begun on a message, joined, archived and found again', async () => {
    const { alice, bot, discord, text } = await makeWorld();
    const message = await text.send('Discuss');
    const thread = await message.startThread({ name: 'talk', auto_archive_duration: 60 });
    await discord.settle();
    expect([thread.id, thread.autoArchiveMinutes, thread.ownerId, thread.me?.userId]).toEqual([
      message.id,
      60,
      bot.user.id,
      bot.user.id,
    ]);
    expect([text.threads.get(thread.id)?.name, [...text.threads].length, message.thread?.id]).toEqual([
      'talk',
      1,
      thread.id,
    ]);
    expect((await thread.fetchStarterMessage()).content).toBe('Discuss');
    expect(thread.starterMessage?.content).toBe('Discuss');
    await thread.addMember(alice.id);
    expect((await thread.fetchMember(alice.id)).member?.displayName).toBe('alice');
    expect(
      await thread
        .fetchMembers()
        .map(({ user }) => user?.username)
        .toArray(),
    ).toEqual(['bot', 'alice']);
    await thread.removeMember(alice.id);
    await thread.archive('over');
    await discord.settle();
    expect([thread.archived, text.threads.get(thread.id)]).toEqual([true, undefined]);
    expect(
      await text.threads
        .fetchArchived()
        .map(({ name }) => name)
        .toArray(),
    ).toEqual(['talk']);
    await thread.unarchive();
    await discord.settle();
    expect([thread.archived, text.threads.get(thread.id)?.archived]).toEqual([false, false]);
    expect((await text.threads.fetchActive()).map(({ id }) => id)).toEqual([thread.id]);
    await thread.lock();
    await discord.settle();
    expect(thread.locked).toBe(true);
  });

  it('are private on request, and the bot hears when it joins and leaves one', async () => {
    const { alice, bot, discord, text } = await makeWorld();
    const thread = await text.startThread({ name: 'secret', type: 12 as never, invitable: false });
    await discord.settle();
    expect([thread.isPrivate, thread.invitable, thread.parent?.id]).toEqual([true, false, text.id]);
    const left = bot.waitFor('threadLeave');
    const changed = bot.waitFor('threadMembersUpdate', ({ addedUserIds }) => addedUserIds.includes(alice.id));
    await thread.addMember(alice.id);
    const change = await changed;
    expect([change.thread?.name, change.addedMembers[0]?.member?.displayName]).toEqual(['secret', 'alice']);
    await thread.leave();
    expect((await left).name).toBe('secret');
    await discord.settle();
    expect(text.threads.get(thread.id)).toBeUndefined();
    await thread.archive().catch(() => undefined);
    expect(
      await text.threads
        .fetchArchived({ isPrivate: true })
        .map(({ name }) => name)
        .toArray(),
    ).toEqual(['secret']);
    expect(await text.threads.fetchArchived({ isJoined: true }).toArray()).toEqual([]);
  });

  it('of a forum are posts, with tags that are made, given, taken and pinned', async () => {
    const { discord, known } = await makeWorld();
    const made = await known.channels.create({ name: 'help', type: ChannelType.GuildForum });
    await discord.settle();
    const forum = known.channels.get(made.id) as ForumChannel;
    const tags = await forum.createTag({ name: 'solved', emoji: '✅', moderated: true });
    await forum.createTag({ name: 'open' });
    await discord.settle();
    expect(tags.map(({ name, emoji_name, moderated }) => [name, emoji_name, moderated])).toEqual([
      ['solved', '✅', true],
    ]);
    const [solved, open] = [forum.tag('solved')!, forum.tag('open')!];
    const post = await forum.createPost('How?', 'Please tell', {
      tagIds: [open.id],
      autoArchiveMinutes: 1440,
    });
    await discord.settle();
    expect([
      post.appliedTags.map(({ name }) => name),
      post.autoArchiveMinutes,
      post.totalMessagesSent,
    ]).toEqual([['open'], 1440, expect.any(Number)]);
    expect((await post.fetchStarterMessage()).content).toBe('Please tell');
    await post.addTags([solved.id]);
    await discord.settle();
    await post.removeTags([open.id]);
    await post.pin();
    await discord.settle();
    expect([post.appliedTags.map(({ name }) => name), post.isPinned]).toEqual([['solved'], true]);
    await forum.deleteTag('open');
    await discord.settle();
    expect(forum.availableTags.map(({ name }) => name)).toEqual(['solved']);
    expect([forum.isMedia, forum.requiresTag, forum.defaultLayout]).toEqual([false, false, 0]);
  });

  it('take their permissions and age limit from their channel', async () => {
    const { discord, known, text } = await makeWorld();
    await text.edit({ nsfw: true });
    const thread = await text.startThread({ name: 'adults' });
    await text.setPermissions(known.roles.everyone!, { deny: ['SendMessagesInThreads'] });
    await discord.settle();
    const everyone = known.roles.everyone!;
    expect([thread.nsfw, thread.permissionsFor(everyone).has('SendMessagesInThreads')]).toEqual([
      true,
      false,
    ]);
    expect(thread.permissionsFor(everyone).has('AttachFiles')).toBe(false);
  });
});

describe('voice channels and stages', () => {
  it('know who is in them, and have a status and a region', async () => {
    const { alice, discord, known } = await makeWorld();
    const voice = await known.channels.create({
      name: 'talk',
      type: ChannelType.GuildVoice,
      rtc_region: 'rotterdam',
    });
    await discord.settle();
    await alice.joinVoice(voice.id);
    await discord.settle();
    const channel = known.channels.get(voice.id) as VoiceChannel;
    expect([
      channel.members.map(({ id }) => id),
      channel.voiceStates[0]?.member?.id,
      channel.rtcRegion,
    ]).toEqual([[alice.id], alice.id, 'rotterdam']);
    const member = known.members.get(alice.id)!;
    expect((await member.fetchVoice()).channelId).toBe(voice.id);
    await channel.setStatus('Chess');
    await discord.settle();
    expect(channel.status).toBe('Chess');
    await member.edit({ mute: true, deaf: true });
    await discord.settle();
    expect([member.voice?.mute, member.voice?.deaf]).toEqual([true, true]);
    const other = await known.channels.create({ name: 'other', type: ChannelType.GuildVoice });
    await member.moveTo(other.id);
    await discord.settle();
    expect([member.voice?.channel?.id, member.voice?.isAfk, known.voiceStates.size]).toEqual([
      other.id,
      false,
      1,
    ]);
    await known.edit({ afk_channel_id: other.id });
    await discord.settle();
    expect([member.voice?.isAfk, known.afkChannel?.name]).toEqual([true, 'other']);
    await member.moveTo(null);
    await discord.settle();
    expect([member.voice, known.voiceStates.size]).toEqual([undefined, 0]);
  });

  it('play sounds, which everybody in them hears', async () => {
    const { bot, discord, known } = await makeWorld();
    const voice = await known.channels.create({ name: 'talk', type: ChannelType.GuildVoice });
    const [sound] = await bot.sounds.fetchDefaults();
    await discord.settle();
    await bot.shards.get(0)!.updateVoiceState(known, voice);
    await discord.settle();
    const heard = bot.waitFor('voiceChannelEffectSend');
    await voice.playSound(sound!);
    const effect = await heard;
    expect([effect.soundId, effect.channel?.id, effect.userId]).toEqual([sound!.id, voice.id, bot.user.id]);
    const { voice: state } = known.me!;
    expect([state?.streaming, state?.selfVideo]).toEqual([false, false]);
  });

  it('go live, with speakers and an audience', async () => {
    const { alice, bot, discord, known, owner } = await makeWorld();
    const made = await known.channels.create({ name: 'stage', type: ChannelType.GuildStageVoice });
    await discord.settle();
    const stage = known.channels.get(made.id) as StageChannel;
    const instance = await stage.createInstance({ topic: 'Welcome' }, 'show');
    await discord.settle();
    expect([stage.instance?.topic, (await stage.fetchInstance()).equals(instance)]).toEqual([
      'Welcome',
      true,
    ]);
    expect((await instance.edit({ topic: 'Go on' })).topic).toBe('Go on');
    await alice.joinVoice(stage.id);
    await discord.settle();
    expect([stage.listeners.map(({ id }) => id), stage.speakers]).toEqual([[alice.id], []]);
    await known.members.get(alice.id)!.voice!.setSuppressed(false);
    await discord.settle();
    expect(stage.speakers.map(({ id }) => id)).toEqual([alice.id]);
    expect(stage.moderators.map(({ id }) => id)).toContain(owner.id);
    await bot.shards.get(0)!.updateVoiceState(known, stage);
    await discord.settle();
    const own = known.me!.voice!;
    await own.requestToSpeak();
    await discord.settle();
    expect([own.suppress, own.requestToSpeakAt !== undefined]).toEqual([true, true]);
    expect(stage.requestingToSpeak.map(({ id }) => id)).toEqual([bot.user.id]);
    await own.requestToSpeak(false);
    await own.setSuppressed(false);
    await discord.settle();
    expect([own.suppress, stage.requestingToSpeak]).toEqual([false, []]);
    await instance.delete();
    await discord.settle();
    expect([stage.instance, known.stageInstances.size]).toEqual([undefined, 0]);
  });
});

describe('an announcement channel', () => {
  it('publishes its messages to the channels that follow it', async () => {
    const { discord, known, text } = await makeWorld();
    const news = await known.channels.create({ name: 'news', type: ChannelType.GuildAnnouncement });
    await discord.settle();
    const webhookId = await news.follow(text.id, 'for all');
    const [follower] = await text.fetchWebhooks();
    expect([follower?.id, follower?.sourceChannel?.id, follower?.sourceGuild?.id]).toEqual([
      webhookId,
      news.id,
      known.id,
    ]);
    const published = await (await news.send('Hear, hear')).publish();
    expect(published.flags.has('Crossposted')).toBe(true);
    await discord.settle();
    const [copy, notice] = await text.messages.history({ limit: 2 }).toArray();
    expect([copy?.content, copy?.flags.has('IsCrosspost'), copy?.webhookId]).toEqual([
      'Hear, hear',
      true,
      webhookId,
    ]);
    expect([copy?.reference?.message_id, copy?.referencedMessage?.id]).toEqual([published.id, published.id]);
    expect(notice?.systemContent).toContain('#news');
  });
});

describe('messages of a channel', () => {
  it('are read in either order, from a moment on, and around one', async () => {
    const { alice, clock, general, text } = await makeWorld();
    const sent: string[] = [];
    await times(130, async (i) => sent.push((await alice.say(general, `n${i}`)).id));
    await clock.advance('1h');
    const moment = new Date(clock.now());
    await clock.advance('1s');
    await times(3, async (i) => sent.push((await alice.say(general, `later${i}`)).id));
    const read = async (query: object) => {
      const found: string[] = [];
      for await (const { id } of text.messages.history(query)) found.push(id);
      return found;
    };
    expect(await read({})).toEqual([...sent].reverse());
    expect(await read({ oldestFirst: true, limit: 105 })).toEqual(sent.slice(0, 105));
    expect(await read({ after: moment })).toEqual(sent.slice(130));
    expect(await read({ after: moment, oldestFirst: false })).toEqual(sent.slice(130).reverse());
    expect(await read({ before: moment, limit: 2 })).toEqual([sent[129], sent[128]]);
    expect(await read({ after: sent[2], before: sent[5] })).toEqual([sent[3], sent[4]]);
    expect(await read({ before: sent[5], after: sent[2], oldestFirst: false })).toEqual([sent[4], sent[3]]);
    expect((await read({ around: sent[10], limit: 3 })).sort()).toEqual(sent.slice(9, 12));
    expect([text.lastMessage?.content, text.messages.size]).toEqual(['later2', 133]);
  });

  it('are purged: together, old ones one by one, by a check, from one end or the other', async () => {
    const { clock, discord, text } = await makeWorld();
    const old = await text.send('old');
    await clock.advance('15d');
    await times(5, (i) => text.send(i % 2 ? 'spam' : `keep${i}`));
    const purged = await text.messages.purge({ check: ({ content }) => content === 'spam', reason: 'spam' });
    expect(purged.map(({ content }) => content)).toEqual(['spam', 'spam']);
    const oldest = await text.messages.purge({ limit: 2, oldestFirst: true });
    expect(oldest.map(({ content }) => content)).toEqual(['old', 'keep0']);
    await expect(text.messages.fetch(old.id)).rejects.toThrow('Unknown Message');
    const left = await text.messages.list();
    expect(left.map(({ content }) => content)).toEqual(['keep4', 'keep2']);
    await text.messages.deleteMany([left[0]!.id, left[0]!.id, left[1]!.id]);
    await discord.settle();
    expect([await text.messages.list(), text.messages.size]).toEqual([[], 0]);
  });

  it('are pinned, and since when is told', async () => {
    const { clock, text } = await makeWorld();
    const first = await text.send('first');
    await first.pin('good');
    await clock.advance('1m');
    const second = await text.send('second');
    await text.messages.ref(second.id).pin();
    const pins = await text.messages.pins().toArray();
    expect(pins.map(({ message }) => message.content)).toEqual(['second', 'first']);
    expect(pins[0]!.pinnedAt.getTime() - pins[1]!.pinnedAt.getTime()).toBe(60_000);
    const before = await text.messages
      .pins({ before: pins[0]!.pinnedAt })
      .map(({ message }) => message.id)
      .toArray();
    expect(before).toEqual([first.id]);
    await second.unpin();
    expect((await text.messages.pins().toArray()).length).toBe(1);
  });

  it('are reached by their id alone', async () => {
    const { bot, discord, general, text } = await makeWorld();
    const { id } = await text.send('hello');
    await discord.settle();
    const fresh = bot.channels.ref(general.id).messages.ref(id);
    expect([fresh.isPartial, fresh.content]).toEqual([false, 'hello']);
    const unknown = bot.channels.ref('123456789012345678', text.guildId).messages.ref('5');
    expect([unknown.isPartial, unknown.content, unknown.url]).toEqual([
      true,
      '',
      `https://discord.com/channels/${text.guildId}/123456789012345678/5`,
    ]);
    expect((await fresh.edit('changed')).content).toBe('changed');
    await fresh.delete();
    await expect(fresh.fetch()).rejects.toThrow('Unknown Message');
  });
});

describe('a thread', () => {
  it('is a channel in which messages are sent', async () => {
    const { text } = await makeWorld();
    const thread: ThreadChannel = await text.startThread({ name: 't' });
    expect((await thread.send('inside')).channelId).toBe(thread.id);
  });
});
