import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { TextChannel } from 'cogwork';
import { ActionRow, Button, Intents, MemberCacheFlags, Poll } from 'cogwork';
import { testBot } from 'cogwork/testing';

async function makeWorld() {
  const world = await testBot({
    intents: Intents.all(),
    cache: { members: MemberCacheFlags.all(), chunkGuilds: true },
  });
  const known = world.bot.guilds.get(world.guild.id)!;
  return { ...world, known, text: known.channels.get(world.general.id) as TextChannel };
}

describe('attachments', () => {
  it('are downloaded, saved and sent on, without the token', async () => {
    const { alice, discord, general, text } = await makeWorld();
    const sent = await text.send({
      files: [{ name: 'list.csv', data: Buffer.from('one,two'), description: 'A list', isSpoiler: true }],
    });
    const [file] = sent.attachments;
    expect([file?.filename.endsWith('list.csv'), file?.size, file?.description, file?.isSpoiler]).toEqual([
      true,
      7,
      'A list',
      true,
    ]);
    expect(String(await file!.read())).toBe('one,two');
    const folder = await mkdtemp(join(tmpdir(), 'cogwork-'));
    expect(await file!.save(join(folder, 'saved.csv'))).toBe(7);
    expect(await readFile(join(folder, 'saved.csv'), 'utf8')).toBe('one,two');
    await rm(folder, { recursive: true });
    await text.send({ files: [await file!.toUpload({ name: 'again.csv' })] });
    expect(alice.read(general).at(-1)?.attachments[0]).toMatchObject({ size: 7, description: 'A list' });
    expect(String(discord.transcript)).not.toContain('Bot emulated');
  });

  it('that are gone are a clear error, as are files that nobody answers for', async () => {
    const { bot, discord } = await makeWorld();
    const gone = new URL('/attachments/1/2/gone.png?ex=67c5&hm=secret', discord.world.cdnUrl);
    const failure: unknown = await bot.rest.download(gone).catch((error) => error);
    expect(failure).toMatchObject({ code: 'DOWNLOAD_FAILED', status: 404 });
    expect((failure as Error).message).toContain('fetch the message again');
    expect((failure as Error).message).not.toContain('secret');
    await expect(bot.rest.download('http://nobody.test/x.png')).rejects.toThrow('there was no answer');
  });

  it('are recorded words when sent as a voice message', async () => {
    const { text } = await makeWorld();
    const recording = {
      name: 'voice.ogg',
      data: Buffer.from('OggS'),
      contentType: 'audio/ogg',
      voice: { durationSeconds: 2.5, waveform: 'AAEC' },
    };
    const sent = await text.send({ files: [recording] });
    const [file] = sent.attachments;
    expect([
      sent.flags.has('IsVoiceMessage'),
      file?.isVoiceMessage,
      file?.durationSeconds,
      file?.waveform,
    ]).toEqual([true, true, 2.5, 'AAEC']);
    await expect(text.send({ content: 'and text', files: [recording] })).rejects.toThrow('nothing else');
  });

  it('are removed from a message one by one', async () => {
    const { text } = await makeWorld();
    const sent = await text.send({
      content: 'files',
      files: ['a', 'b'].map((name) => ({ name: `${name}.txt`, data: Buffer.from(name) })),
    });
    const left = await sent.removeAttachments(sent.attachments[0]!.id);
    expect(left.attachments.map(({ filename }) => filename)).toEqual(['b.txt']);
  });
});

describe('polls', () => {
  it('are sent, voted in, counted and ended, and the outcome is told', async () => {
    const { alice, bob, bot, discord, text } = await makeWorld();
    const poll = new Poll('What for lunch?', ['Soup'], {
      durationHours: 2,
      allowMultiselect: true,
    }).addAnswer('Pizza', '🍕');
    const sent = await text.send({ poll });
    const voted = bot.waitFor('messagePollVoteAdd');
    await alice.vote(sent, 2);
    const vote = await voted;
    expect([vote.user?.username, vote.answer?.text, vote.poll?.question]).toEqual([
      'alice',
      'Pizza',
      'What for lunch?',
    ]);
    await bob.vote(sent, 1, 2);
    await discord.settle();
    const known = (await sent.fetch()).poll!;
    expect(
      known.answers.map(({ text: answer, emoji, voteCount }) => [answer, emoji?.name, voteCount]),
    ).toEqual([
      ['Soup', undefined, 1],
      ['Pizza', '🍕', 2],
    ]);
    expect([known.totalVotes, known.allowMultiselect, known.hasEnded, known.winner]).toEqual([
      3,
      true,
      false,
      undefined,
    ]);
    expect(known.expiresAt!.getTime() - sent.createdTimestampMs).toBeLessThanOrEqual(7_200_000);
    const voters = known.answer(2)!.voters();
    expect((await voters.map(({ username }) => username).toArray()).sort()).toEqual(['alice', 'bob']);
    const outcome = bot.waitFor('messageCreate', ({ type }) => type === 46);
    const ended = await known.end();
    expect([ended.poll?.isFinalized, ended.poll?.winner?.text]).toEqual([true, 'Pizza']);
    const told = await outcome;
    expect(told.pollResult).toEqual({
      question: 'What for lunch?',
      totalVotes: 3,
      winner: { id: 2, text: 'Pizza', votes: 2 },
    });
    expect([told.isSystem, told.systemContent]).toEqual([
      true,
      "bot's poll What for lunch? has closed: Pizza won with 2 of 3 votes.",
    ]);
    expect((await sent.fetch()).poll?.hasEnded).toBe(true);
  });

  it('are ended by their message, and know what the bot has chosen', async () => {
    const { text } = await makeWorld();
    const sent = await text.send({ poll: new Poll('Ready?', ['Yes', 'No']) });
    expect(sent.poll!.answers.map(({ hasOwnVote }) => hasOwnVote)).toEqual([false, false]);
    expect((await sent.endPoll()).poll?.hasEnded).toBe(true);
  });

  it('end by themselves, and a draw has no winner', async () => {
    const { alice, bob, bot, clock, text } = await makeWorld();
    const sent = await text.send({ poll: new Poll('Tea?', ['Yes', 'No'], { durationHours: 1 }) });
    await alice.vote(sent, 1);
    await bob.vote(sent, 2);
    const outcome = bot.waitFor('messageCreate', ({ type }) => type === 46);
    await clock.advance('61m');
    expect((await outcome).pollResult).toEqual({ question: 'Tea?', totalVotes: 2, winner: undefined });
    const { poll } = await sent.fetch();
    expect([poll?.hasEnded, poll?.winner]).toEqual([true, undefined]);
  });

  it('are refused where they are made when they cannot be sent', () => {
    expect(() => new Poll('')).toThrow('1 to 300 characters');
    expect(() => new Poll('Q', ['x'.repeat(56)])).toThrow('1 to 55 characters');
    expect(() => new Poll('Q', [], { durationHours: 0.5 })).toThrow('whole hours');
    const full = new Poll(
      'Q',
      Array.from({ length: 10 }, (_, i) => `a${i}`),
    );
    expect(() => full.addAnswer('one more')).toThrow('at most 10');
  });
});

describe('a forwarded message', () => {
  it('has the other one in it as it was then', async () => {
    const { alice, bot, discord, general, guild, text } = await makeWorld();
    const target = guild.createChannel('archive');
    await discord.settle();
    const heard = bot.waitFor('messageCreate', ({ author }) => author.id === alice.id);
    await alice.say(general, {
      content: 'remember this',
      files: [{ name: 'n.txt', data: Buffer.from('note') } as never],
    });
    const original = await heard;
    expect(original.isForwardable).toBe(true);
    const forwarded = await original.forward(target.id);
    await alice.edit({ id: original.id, channelId: general.id }, 'changed');
    const [snapshot] = forwarded.snapshots;
    expect([forwarded.content, snapshot?.content, snapshot?.attachments.length]).toEqual([
      '',
      'remember this',
      1,
    ]);
    expect([snapshot?.createdAt.getTime(), snapshot?.editedAt, snapshot?.flags.bits]).toEqual([
      new Date(original.raw.timestamp).getTime(),
      undefined,
      0,
    ]);
    expect([forwarded.reference?.type, forwarded.channelId, text.id]).toEqual([1, target.id, general.id]);
    expect((await text.send({ poll: new Poll('Q?', ['a']) })).isForwardable).toBe(false);
  });
});

describe('the text of a message', () => {
  it('shows names in place of mentions, which notify nobody', async () => {
    const { alice, bob, bot, discord, general, guild, known } = await makeWorld();
    const role = guild.createRole('team');
    await known.members.get(alice.id)!.setNick('Queen');
    await discord.settle();
    const heard = bot.waitFor('messageCreate');
    await bob.say(
      general,
      `**Hi** <@${alice.id}> <@&${role.id}> <#${general.id}> <:gear:123456789012345678> </config show:123456789012345678> @everyone <@999999999999999999>`,
    );
    const message = await heard;
    expect(message.cleanContent).toBe(
      '**Hi** @Queen @team #general :gear: /config show @\u200beveryone @deleted-user',
    );
    expect(message.plainContent.startsWith('Hi @Queen')).toBe(true);
    expect([message.mentionedUserIds, message.mentionedRoleIds, message.mentionedChannelIds]).toEqual([
      [alice.id, '999999999999999999'],
      [role.id],
      [general.id],
    ]);
    expect(message.mentionedRoles.map(({ name }) => name)).toEqual(['team']);
    expect([message.isSystem, message.systemContent === message.content]).toEqual([false, true]);
  });
});

describe('a message', () => {
  it('replies, and knows what it replies to', async () => {
    const { bot, discord, text } = await makeWorld();
    const first = await text.send('question');
    const reply = await first.reply('answer');
    await discord.settle();
    expect([reply.referencedMessage?.content, reply.reference?.message_id, reply.isReferenceDeleted]).toEqual(
      ['question', first.id, false],
    );
    await first.delete();
    const again = await reply.fetch();
    expect([again.referencedMessage, again.isReferenceDeleted, again.author.id]).toEqual([
      undefined,
      true,
      bot.user.id,
    ]);
  });

  it('does not show the message it replied to once Discord says it is deleted, though it is still cached', async () => {
    const { discord, text } = await makeWorld();
    const first = await text.send('question');
    const reply = await first.reply('answer');
    await discord.settle();
    discord.faults.setFrameCopies(({ t }) => (t === 'MESSAGE_DELETE' ? 0 : 1));
    await first.delete();
    const again = await reply.fetch();
    expect(text.messages.get(first.id)?.content).toBe('question');
    expect([again.referencedMessage, again.isReferenceDeleted]).toEqual([undefined, true]);
  });

  it('takes and loses reactions, by characters and emoji objects', async () => {
    const { alice, discord, known, text } = await makeWorld();
    const gear = await known.emojis.create({ name: 'gear', image: `data:image/png;base64,${PIXEL}` });
    await discord.settle();
    const sent = await text.send('react');
    await discord.settle();
    await sent.react(gear);
    await sent.react('👍');
    await alice.react(sent, '👍');
    await discord.settle();
    expect([...sent.reactions].map(({ emoji, count, me }) => [emoji.name, count, me])).toEqual([
      ['gear', 1, true],
      ['👍', 2, true],
    ]);
    expect([sent.reactions.get(gear)?.count, sent.reactions.get('👍')?.count, sent.reactions.size]).toEqual([
      1, 2, 2,
    ]);
    const users = await sent.reactions
      .users('👍')
      .map(({ username }) => username)
      .toArray();
    expect(users.sort()).toEqual(['alice', 'bot']);
    expect(await sent.reactions.users('👍', { burst: true }).toArray()).toEqual([]);
    await sent.reactions.remove('👍', alice.id);
    await sent.reactions.remove(gear);
    await discord.settle();
    expect([...sent.reactions].map(({ emoji, count }) => [emoji.name, count])).toEqual([['👍', 1]]);
    await sent.reactions.clear();
    await discord.settle();
    expect(sent.reactions.size).toBe(0);
  });

  it('hides and shows the previews of its links, also of others', async () => {
    const { alice, bot, general } = await makeWorld();
    const heard = bot.waitFor('messageCreate');
    await alice.say(general, 'https://example.com');
    const message = await heard;
    expect((await message.suppressEmbeds()).flags.has('SuppressEmbeds')).toBe(true);
    expect((await message.fetch()).flags.has('SuppressEmbeds')).toBe(true);
  });

  it('finds its components by custom id or number, however deep they are', async () => {
    const { text } = await makeWorld();
    const sent = await text.send({
      content: 'press',
      components: [new ActionRow([Button.link('https://example.com', { label: 'Open' })])],
    });
    const rowId = (sent.components[0] as { readonly id?: number }).id;
    expect(rowId === undefined || sent.component(rowId) === sent.components[0]).toBe(true);
    const withIds = await text.send({
      content: 'press',
      components: [
        { type: 1, id: 10, components: [{ type: 2, style: 1, custom_id: 'go', label: 'Go', id: 11 }] },
      ],
    });
    expect([withIds.component('go')?.type, withIds.component(11)?.type, withIds.component('no')]).toEqual([
      2,
      2,
      undefined,
    ]);
  });
});

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
