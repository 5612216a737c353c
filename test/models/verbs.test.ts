import { describe, expect, it } from '@jest/globals';
import type { ForumChannel } from '../../src/models/forum-channel.js';
import type { TextChannel } from '../../src/models/text-channel.js';
import type { ThreadChannel } from '../../src/models/thread-channel.js';
import {
  channelPayload,
  guildPayload,
  makeScene,
  memberPayload,
  messagePayload,
  readyPayload,
  rolePayload,
  selfId,
  userPayload,
} from '../dispatch/dispatch-scene.js';
import { recordingRest } from './model-scene.js';

const guildId = '300000000000000000';
const channelId = '300000000000000005';
const aliceId = '200000000000000001';
const roleId = '600000000000000001';

function makeModels(answers: Readonly<Record<string, unknown>> = {}) {
  const { calls, rest } = recordingRest(answers);
  const scene = makeScene({ rest });
  scene.send('READY', readyPayload([guildId]));
  scene.send(
    'GUILD_CREATE',
    guildPayload(guildId, { roles: [rolePayload(guildId), rolePayload(roleId, { position: 3 })] }),
  );
  scene.send('MESSAGE_CREATE', messagePayload('400000000000000001'));
  const guild = scene.host.models.guildRef(guildId);
  return {
    ...scene,
    calls,
    guild,
    alice: guild.members.get(aliceId)!,
    role: guild.roles.get(roleId)!,
    channel: guild.channels.get(channelId) as TextChannel,
    message: scene.host.models.message(scene.records.message(channelId, '400000000000000001')!),
  };
}

const messageId = '400000000000000001';
const sent = messagePayload('400000000000000002', { author: userPayload(selfId) });

describe('verbs ask Discord for what they say', () => {
  const cases: [string, (models: ReturnType<typeof makeModels>) => Promise<unknown>, string, unknown[]][] = [
    [
      'member.kick',
      ({ alice }) => alice.kick('spam'),
      'members.remove',
      [guildId, aliceId, { reason: 'spam' }],
    ],
    [
      'member.ban',
      ({ alice }) => alice.ban({ deleteMessageSeconds: 60 }),
      'bans.create',
      [guildId, aliceId, { delete_message_seconds: 60 }, {}],
    ],
    [
      'member.addRole',
      ({ alice }) => alice.addRole(roleId),
      'members.addRole',
      [guildId, aliceId, roleId, {}],
    ],
    [
      'member.removeRole',
      ({ alice }) => alice.removeRole(roleId),
      'members.removeRole',
      [guildId, aliceId, roleId, {}],
    ],
    [
      'member.timeout',
      ({ alice }) => alice.timeout(60_000),
      'members.edit',
      [guildId, aliceId, { communication_disabled_until: '2027-01-15T08:01:00.000Z' }, {}],
    ],
    [
      'member.moveTo',
      ({ alice }) => alice.moveTo(null),
      'members.edit',
      [guildId, aliceId, { channel_id: null }, {}],
    ],
    [
      'message.pin',
      ({ message }) => message.pin('good'),
      'pins.add',
      [channelId, messageId, { reason: 'good' }],
    ],
    ['message.unpin', ({ message }) => message.unpin(), 'pins.remove', [channelId, messageId, {}]],
    ['message.react', ({ message }) => message.react('👍'), 'reactions.add', [channelId, messageId, '👍']],
    [
      'reactions.remove',
      ({ message }) => message.reactions.remove('👍', aliceId),
      'reactions.removeUser',
      [channelId, messageId, '👍', aliceId],
    ],
    [
      'reactions.clear',
      ({ message }) => message.reactions.clear(),
      'reactions.removeAll',
      [channelId, messageId],
    ],
    [
      'message.delete',
      ({ message }) => message.delete('old'),
      'channels.deleteMessage',
      [channelId, messageId, { reason: 'old' }],
    ],
    ['channel.sendTyping', ({ channel }) => channel.sendTyping(), 'channels.triggerTyping', [channelId]],
    ['channel.delete', ({ channel }) => channel.delete(), 'channels.delete', [channelId, {}]],
    [
      'channel.setPermissions',
      ({ channel, role }) => channel.setPermissions(role, { allow: 'ViewChannel', deny: ['SendMessages'] }),
      'channels.editPermissionOverwrite',
      [channelId, roleId, { type: 0, allow: '1024', deny: '2048' }, {}],
    ],
    [
      'channel.setPermissions(null)',
      ({ channel, alice }) => channel.setPermissions(alice, null),
      'channels.deletePermissionOverwrite',
      [channelId, aliceId, {}],
    ],
    [
      'role.move',
      ({ role }) => role.move(2),
      'roles.editPositions',
      [guildId, [{ id: roleId, position: 2 }], {}],
    ],
    ['role.delete', ({ role }) => role.delete(), 'roles.delete', [guildId, roleId, {}]],
    [
      'guild.bans.add',
      ({ guild }) => guild.bans.add('5'),
      'bans.create',
      [guildId, '5', { delete_message_seconds: 0 }, {}],
    ],
    ['guild.leave', ({ guild }) => guild.leave(), 'users.leaveGuild', [guildId]],
  ];
  it.each(cases)('%s', async (_name, act, method, args) => {
    const models = makeModels({ 'members.edit': memberPayload(aliceId) });
    await act(models);
    expect(models.calls).toEqual([{ name: method, args }]);
  });

  it('replies with a reference, without failing when the message is gone, and notifies users only', async () => {
    const { calls, message } = makeModels({ 'channels.createMessage': sent });
    const reply = await message.reply('pong');
    expect(reply.isOwn).toBe(true);
    expect(calls[0]?.args).toEqual([
      channelId,
      {
        content: 'pong',
        message_reference: { message_id: messageId, fail_if_not_exists: false },
        allowed_mentions: { parse: ['users'], replied_user: true },
      },
      {},
    ]);
  });

  it('sends a direct message by the channel that Discord opens', async () => {
    const { alice, calls } = makeModels({
      'users.createDm': { id: '9', type: 1 },
      'channels.createMessage': sent,
    });
    await alice.send('psst');
    expect(calls.map(({ name, args }) => [name, args[0]])).toEqual([
      ['users.createDm', aliceId],
      ['channels.createMessage', '9'],
    ]);
  });

  it('archives and opens threads', async () => {
    const thread = channelPayload('300000000000000077', {
      type: 11,
      guild_id: guildId,
      parent_id: channelId,
    });
    const { calls, host } = makeModels({ 'channels.edit': thread });
    const model = host.models.channel(thread) as ThreadChannel;
    await model.archive('done');
    await model.unarchive();
    await model.join();
    expect(calls.map(({ name, args }) => [name, args[1]])).toEqual([
      ['channels.edit', { archived: true }],
      ['channels.edit', { archived: false }],
      ['threads.join', undefined],
    ]);
  });

  it('makes a post in a forum', async () => {
    const { calls, host } = makeModels({
      'threads.createInForum': channelPayload('8', { type: 11, guild_id: guildId }),
    });
    const forum = host.models.channel(channelPayload('7', { type: 15, guild_id: guildId })) as ForumChannel;
    await forum.createPost('Question', 'How?', { tagIds: ['3'] });
    expect(calls[0]?.args[1]).toMatchObject({
      name: 'Question',
      message: { content: 'How?' },
      applied_tags: ['3'],
    });
  });

  it('deletes young messages together and those older than 14 days one by one', async () => {
    const { calls, channel, clock } = makeModels();
    const idAt = (ageDays: number): string =>
      String((BigInt(clock.now() - ageDays * 86_400_000) - 1_420_070_400_000n) << 22n);
    const young = [idAt(1), idAt(2)];
    const old = idAt(15);
    await channel.messages.deleteMany([...young, old]);
    expect(calls.map(({ name, args }) => [name, args[1]])).toEqual([
      ['channels.bulkDeleteMessages', young],
      ['channels.deleteMessage', old],
    ]);
  });

  it('purges what passes the check', async () => {
    const found = [
      messagePayload('1477000000000000001', { content: 'spam' }),
      messagePayload('1477000000000000002'),
    ];
    const { calls, channel } = makeModels({ 'channels.iterateMessages': found });
    const purged = await channel.messages.purge({
      check: (message) => message.content === 'spam',
      limit: 10,
    });
    expect(purged.map(({ id }) => id)).toEqual(['1477000000000000001']);
    expect(calls.at(-1)?.args[1]).toBe('1477000000000000001');
  });
});
