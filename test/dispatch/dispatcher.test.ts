import { describe, expect, it, jest } from '@jest/globals';
import { MemberCacheFlags } from '../../src/cache/member-cache-flags.js';
import { Intents } from '../../src/events/intents.js';
import type { Logger } from '../../src/utils/logger.js';
import {
  channelPayload,
  guildPayload,
  makeScene,
  memberPayload,
  messagePayload,
  readyPayload,
  selfId,
  userPayload,
} from './dispatch-scene.js';

const guildId = '300000000000000000';
const channelId = '300000000000000005';
const aliceId = '200000000000000001';

function readyScene(options: Parameters<typeof makeScene>[0] = {}) {
  const scene = makeScene(options);
  scene.send('READY', readyPayload([guildId]));
  scene.send('GUILD_CREATE', guildPayload(guildId));
  return scene;
}

describe('starting', () => {
  it('is ready once when the last announced guild has come', () => {
    const { events, send } = makeScene();
    const heard: string[] = [];
    events.on('clientReady', () => heard.push('clientReady'));
    events.on('guildAvailable', (guild) => heard.push(`available ${guild.name}`));
    events.on('guildCreate', (guild) => heard.push(`joined ${guild.name}`));
    send('READY', readyPayload([guildId, '300000000000000010']));
    send('GUILD_CREATE', guildPayload(guildId));
    expect(heard).toEqual([`available guild ${guildId}`]);
    send('GUILD_CREATE', guildPayload('300000000000000010'));
    send('GUILD_CREATE', guildPayload('300000000000000020'));
    expect(heard).toEqual([
      `available guild ${guildId}`,
      'available guild 300000000000000010',
      'clientReady',
      'joined guild 300000000000000020',
    ]);
  });

  it('does not wait for a guild with an outage longer than two seconds after the last one', () => {
    const { clock, dispatcher, events, send } = makeScene();
    const onReady = jest.fn();
    events.on('clientReady', onReady);
    send('READY', readyPayload([guildId, '300000000000000010', '300000000000000020']));
    clock.advance(1500);
    send('GUILD_CREATE', guildPayload(guildId));
    clock.advance(1999);
    expect(onReady).not.toHaveBeenCalled();
    clock.advance(1);
    expect(onReady).toHaveBeenCalledTimes(1);
    dispatcher.close();
    expect(clock.pendingTimers).toBe(0);
  });

  it('is ready at once without guilds, and after all shards', () => {
    const { events, send } = makeScene({ expectedShards: () => 2 });
    const onReady = jest.fn();
    const onShard = jest.fn();
    events.on('clientReady', onReady);
    events.on('guildsReady', onShard);
    send('READY', readyPayload([]), 0);
    expect(onReady).not.toHaveBeenCalled();
    send('READY', readyPayload([]), 1);
    send('READY', readyPayload([]), 1);
    expect(onReady).toHaveBeenCalledTimes(1);
    expect(onShard.mock.calls).toEqual([[0], [1], [1]]);
  });

  it('knows itself after READY', () => {
    const { host, records } = readyScene();
    expect(host.selfId).toBe(selfId);
    expect(host.applicationId).toBe('100000000000000002');
    expect(records.user(selfId)?.username).toBe(`user${selfId}`);
  });
});

describe('guilds', () => {
  it('keeps channels, roles and members of a guild', () => {
    const { host, records } = readyScene();
    const guild = host.models.guildRef(guildId);
    expect(guild.name).toBe(`guild ${guildId}`);
    expect([guild.channels.size, guild.roles.size, guild.members.size]).toEqual([1, 1, 2]);
    expect(guild.channels.get(channelId)?.isInGuild).toBe(true);
    expect(guild.members.get(aliceId)?.joinedAt?.toISOString()).toBe('2024-05-01T10:20:30.123Z');
    expect([...records.guildsOfUser(aliceId)].map(({ id }) => id)).toEqual([guildId]);
  });

  it('forgets a guild that the bot left, with all that belonged to it', () => {
    const { cache, events, records, send } = readyScene();
    send('MESSAGE_CREATE', messagePayload('400000000000000001'));
    const left: string[] = [];
    events.on('guildDelete', (guild) => left.push(guild.name));
    send('GUILD_DELETE', { id: guildId });
    expect(left).toEqual([`guild ${guildId}`]);
    expect(records.guild(guildId)).toBeUndefined();
    expect([cache.channels.size, cache.roles.size, cache.members.size, cache.messages.size]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(records.user(aliceId)).toBeUndefined();
    expect(records.user(selfId)).toBeDefined();
  });

  it('keeps a guild through an outage and tells when it is back', () => {
    const { events, host, records, send } = readyScene();
    const guild = host.models.guild(records.guild(guildId)!);
    const heard: string[] = [];
    events.on('guildUnavailable', () => heard.push('gone'));
    events.on('guildAvailable', () => heard.push('back'));
    send('GUILD_DELETE', { id: guildId, unavailable: true });
    expect([guild.unavailable, guild.name]).toEqual([true, `guild ${guildId}`]);
    send('GUILD_CREATE', guildPayload(guildId, { name: 'again' }));
    expect([guild.unavailable, guild.name]).toEqual([false, 'again']);
    expect(heard).toEqual(['gone', 'back']);
  });

  it('gives the guild as it was before an update, and keeps held models up to date', () => {
    const { events, host, send } = readyScene();
    const held = host.models.guildRef(guildId);
    const names: (string | undefined)[] = [];
    events.on('guildUpdate', (before, after) => names.push(before?.name, after.name));
    send('GUILD_UPDATE', { id: guildId, name: 'renamed', owner_id: aliceId });
    expect(names).toEqual([`guild ${guildId}`, 'renamed']);
    expect([held.name, held.memberCount]).toEqual(['renamed', 2]);
  });
});

describe('members', () => {
  it('tells of a change before and after, and changes the member that is held', () => {
    const { events, host, send } = readyScene();
    const held = host.models.guildRef(guildId).members.get(aliceId)!;
    const nicks: (string | undefined)[] = [];
    events.on('guildMemberUpdate', (before, after) => nicks.push(before?.nick, after.nick));
    send('GUILD_MEMBER_UPDATE', { ...memberPayload(aliceId, { nick: 'Ally' }), guild_id: guildId });
    expect(nicks).toEqual([undefined, 'Ally']);
    expect(held.displayName).toBe('Ally');
  });

  it('counts who joins and leaves', () => {
    const { events, host, send } = readyScene();
    const heard: string[] = [];
    events.on('guildMemberAdd', (member) => heard.push(`+${member.user.username}`));
    events.on('guildMemberRemove', (member) => heard.push(`-${member.user.username}`));
    send('GUILD_MEMBER_ADD', { ...memberPayload('200000000000000009'), guild_id: guildId });
    expect(host.models.guildRef(guildId).memberCount).toBe(3);
    send('GUILD_MEMBER_REMOVE', { guild_id: guildId, user: userPayload('200000000000000009') });
    expect(host.models.guildRef(guildId).memberCount).toBe(2);
    expect(heard).toEqual(['+user200000000000000009', '-user200000000000000009']);
  });

  it('keeps only the bot itself without the intent for members', () => {
    const { host } = readyScene({ intents: new Intents('Guilds') });
    const { members } = host.models.guildRef(guildId);
    expect([...members].map(({ id }) => id)).toEqual([selfId]);
  });
});

describe('messages', () => {
  it('gives a message whose author, guild and channel are there', () => {
    const { events, send } = readyScene();
    const seen: unknown[] = [];
    events.on('messageCreate', (message) => {
      seen.push(message.content, message.author.username, message.guild?.name, message.channel.id);
    });
    send('MESSAGE_CREATE', messagePayload('400000000000000001'));
    expect(seen).toEqual(['hello', `user${aliceId}`, `guild ${guildId}`, channelId]);
  });

  it('brings the cached author up to date when no other event does', () => {
    const intents = Intents.all().without('GuildMembers');
    const { records, send } = readyScene({ intents, cache: { members: MemberCacheFlags.all() } });
    const { user: _user, ...member } = memberPayload(aliceId, { nick: 'Al' });
    send(
      'MESSAGE_CREATE',
      messagePayload('400000000000000001', { author: userPayload(aliceId, 'renamed'), member }),
    );
    expect(records.user(aliceId)?.username).toBe('renamed');
    expect(records.member(guildId, aliceId)?.nick).toBe('Al');
  });

  it('leaves the cached author to the events about members where they come', () => {
    const { events, records, send } = readyScene();
    const names: string[] = [];
    events.on('messageCreate', ({ author }) => names.push(author.username));
    const { user: _user, ...member } = memberPayload(aliceId);
    const author = userPayload(aliceId, 'early');
    send('MESSAGE_CREATE', messagePayload('400000000000000001', { author, member }));
    expect([names, records.user(aliceId)?.username]).toEqual([['early'], `user${aliceId}`]);
    send('GUILD_MEMBER_UPDATE', {
      guild_id: guildId,
      ...memberPayload(aliceId),
      user: userPayload(aliceId, 'renamed'),
    });
    expect(records.user(aliceId)?.username).toBe('renamed');
  });

  it('gives an edited message as it was and as it is', () => {
    const { events, host, records, send } = readyScene();
    send('MESSAGE_CREATE', messagePayload('400000000000000001'));
    const held = host.models.message(records.message(channelId, '400000000000000001')!);
    const contents: (string | undefined)[] = [];
    events.on('messageUpdate', (before, after) => contents.push(before?.content, after.content));
    send('MESSAGE_UPDATE', messagePayload('400000000000000001', { content: 'edited' }));
    send('MESSAGE_UPDATE', messagePayload('400000000000000002', { content: 'never seen' }));
    expect(contents).toEqual(['hello', 'edited', undefined, 'never seen']);
    expect(held.content).toBe('edited');
  });

  it('tells of a deleted message that was cached', () => {
    const { events, records, send } = readyScene();
    const deleted: string[] = [];
    events.on('messageDelete', (message) => deleted.push(message.content));
    send('MESSAGE_CREATE', messagePayload('400000000000000001'));
    send('MESSAGE_DELETE', { id: '400000000000000001', channel_id: channelId });
    send('MESSAGE_DELETE', { id: '400000000000000002', channel_id: channelId });
    expect(deleted).toEqual(['hello']);
    expect(records.message(channelId, '400000000000000001')).toBeUndefined();
  });
});

describe('interest', () => {
  it('wants a dispatch only while it is cached or heard', () => {
    const { dispatcher, events } = makeScene({ cache: { messages: null } });
    expect([dispatcher.wants('READY'), dispatcher.wants('GUILD_CREATE')]).toEqual([true, true]);
    expect(dispatcher.wants('MESSAGE_CREATE')).toBe(false);
    const stop = events.on('messageCreate', () => {});
    expect(dispatcher.wants('MESSAGE_CREATE')).toBe(true);
    stop();
    expect(dispatcher.wants('MESSAGE_CREATE')).toBe(false);
  });

  it('wants everything while raw:* is heard, also what it does not know', () => {
    const { dispatcher, events, send } = makeScene();
    const heard: unknown[] = [];
    expect(dispatcher.wants('SOMETHING_NEW')).toBe(false);
    events.on('raw:*', (data) => heard.push(data));
    expect(dispatcher.wants('SOMETHING_NEW')).toBe(true);
    send('SOMETHING_NEW', { a: 1 });
    expect(heard).toEqual([{ name: 'SOMETHING_NEW', data: { a: 1 } }]);
  });

  it('gives raw payloads before the event made of them', () => {
    const { events, send } = readyScene();
    const order: string[] = [];
    events.on('messageCreate', () => order.push('cooked'));
    events.on('raw:MESSAGE_CREATE', () => order.push('raw'));
    send('MESSAGE_CREATE', messagePayload('400000000000000001'));
    expect(order).toEqual(['raw', 'cooked']);
  });

  it('hands interactions to the sink and to listeners', () => {
    const receive = jest.fn();
    const { events, send } = makeScene({ interactions: { receive } });
    const ids: string[] = [];
    events.on('interactionCreate', (interaction) => ids.push(interaction.id));
    const payload = {
      id: '500000000000000001',
      type: 2,
      application_id: '1',
      token: 't',
      user: userPayload(aliceId),
      data: {},
    };
    send('INTERACTION_CREATE', payload);
    expect(receive).toHaveBeenCalledWith(payload, 1_800_000_000_000);
    expect(ids).toEqual(['500000000000000001']);
  });
});

describe('junk', () => {
  it('never throws, and says in the log what was dropped', () => {
    const warnings: string[] = [];
    const logger = {
      debug() {},
      info() {},
      warn: (_room: string, text: string) => warnings.push(text),
      error() {},
    };
    const { send, events } = readyScene({ logger: logger as unknown as Logger });
    events.on('messageCreate', (message) => message.content);
    for (const junk of [null, undefined, 7, 'text', [], {}, { id: {} }, { author: null, channel_id: 3 }]) {
      for (const name of [
        'MESSAGE_CREATE',
        'GUILD_CREATE',
        'CHANNEL_UPDATE',
        'GUILD_MEMBER_UPDATE',
        'READY',
      ]) {
        send(name, junk);
      }
    }
    expect(warnings).toContain('A MESSAGE_CREATE could not be handled; it was dropped');
    send('MESSAGE_CREATE', messagePayload('400000000000000009'));
  });

  it('does not know a channel of a guild that the bot is not in', () => {
    const { records, send } = readyScene();
    send('CHANNEL_CREATE', channelPayload('300000000000000099', { guild_id: '999999999999999999' }));
    expect(records.channel('300000000000000099')).toBeUndefined();
  });
});
