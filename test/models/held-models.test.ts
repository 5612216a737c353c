import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { Intents } from '../../src/events/intents.js';
import { Permissions } from '../../src/models/permissions.js';
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
const inGuild = { guild_id: guildId };
const emoji = { id: '800000000000000001', name: 'cog', roles: [] };
const sticker = { id: '810000000000000001', name: 'gear', tags: '', type: 2, format_type: 1, ...inGuild };
const sound = { ...inGuild, sound_id: '700000000000000001', name: 'honk', volume: 1, available: true };
const event = {
  id: '820000000000000001',
  ...inGuild,
  name: 'party',
  scheduled_start_time: '2026-12-01T00:00:00+00:00',
  status: 1,
};
const stage = { id: '830000000000000001', ...inGuild, channel_id: channelId, topic: 'talk' };
const voice = { ...inGuild, user_id: aliceId, channel_id: channelId, session_id: 's', mute: false };
const presence = { ...inGuild, user: { id: aliceId }, status: 'online', activities: [], client_status: {} };
const thread = channelPayload('300000000000000077', {
  ...inGuild,
  type: 11,
  parent_id: channelId,
  thread_metadata: { archived: false },
});

function makeWorld(answers: Readonly<Record<string, unknown>> = {}) {
  const { rest } = recordingRest(answers);
  const scene = makeScene({ rest, intents: Intents.all() });
  scene.send('READY', readyPayload([guildId]));
  const payload = structuredClone(
    guildPayload(guildId, {
      roles: [rolePayload(guildId, { name: '@everyone' }), rolePayload(roleId, { name: 'old' })],
      emojis: [emoji],
      stickers: [sticker],
      soundboard_sounds: [sound],
      guild_scheduled_events: [event],
      stage_instances: [stage],
      threads: [thread],
      voice_states: [voice],
      presences: [presence],
      members: [memberPayload(selfId), memberPayload(aliceId, { nick: 'old' })],
    }),
  );
  scene.send('GUILD_CREATE', payload);
  scene.send('MESSAGE_CREATE', messagePayload('400000000000000001', { content: 'old' }));
  const guild = scene.host.models.guildRef(guildId);
  return {
    ...scene,
    guild,
    message: scene.host.models.message(scene.records.message(channelId, '400000000000000001')!),
  };
}

type World = ReturnType<typeof makeWorld>;

/** Names of properties for those of Discord's fields that are read below. */
function namesOf(record: { readonly session_id?: string }): object {
  return { sessionId: record.session_id };
}

/** How each kind is held, what changes it, and what it says then. */
const kinds: readonly (readonly [
  kind: string,
  hold: (world: World) => object,
  change: readonly [name: string, data: object],
  read: (held: never) => unknown,
])[] = [
  [
    'guild',
    ({ guild }) => guild,
    ['GUILD_UPDATE', { id: guildId, name: 'new' }],
    ({ name }: { name: string }) => name,
  ],
  [
    'channel',
    ({ guild }) => guild.channels.get(channelId)!,
    ['CHANNEL_UPDATE', channelPayload(channelId, { ...inGuild, name: 'new' })],
    ({ name }: { name: string }) => name,
  ],
  [
    'thread',
    ({ guild }) => guild.channels.get(thread.id)!,
    ['THREAD_UPDATE', { ...thread, name: 'new' }],
    ({ name }: { name: string }) => name,
  ],
  [
    'role',
    ({ guild }) => guild.roles.get(roleId)!,
    ['GUILD_ROLE_UPDATE', { ...inGuild, role: rolePayload(roleId, { name: 'new' }) }],
    ({ name }: { name: string }) => name,
  ],
  [
    'member',
    ({ guild }) => guild.members.get(aliceId)!,
    ['GUILD_MEMBER_UPDATE', { ...memberPayload(aliceId, { nick: 'new' }), ...inGuild }],
    ({ nick }: { nick: string }) => nick,
  ],
  [
    'user',
    ({ guild }) => guild.members.get(aliceId)!.user,
    ['GUILD_MEMBER_UPDATE', { ...memberPayload(aliceId, { user: userPayload(aliceId, 'new') }), ...inGuild }],
    ({ username }: { username: string }) => username,
  ],
  [
    'message',
    ({ message }) => message,
    ['MESSAGE_UPDATE', messagePayload('400000000000000001', { content: 'new' })],
    ({ content }: { content: string }) => content,
  ],
  [
    'emoji',
    ({ guild }) => guild.emojis.get(emoji.id)!,
    ['GUILD_EMOJIS_UPDATE', { ...inGuild, emojis: [{ ...emoji, name: 'new' }] }],
    ({ name }: { name: string }) => name,
  ],
  [
    'sticker',
    ({ guild }) => guild.stickers.get(sticker.id)!,
    ['GUILD_STICKERS_UPDATE', { ...inGuild, stickers: [{ ...sticker, name: 'new' }] }],
    ({ name }: { name: string }) => name,
  ],
  [
    'sound',
    ({ guild }) => guild.sounds.get(sound.sound_id)!,
    ['GUILD_SOUNDBOARD_SOUND_UPDATE', { ...sound, name: 'new' }],
    ({ name }: { name: string }) => name,
  ],
  [
    'scheduled event',
    ({ guild }) => guild.scheduledEvents.get(event.id)!,
    ['GUILD_SCHEDULED_EVENT_UPDATE', { ...event, name: 'new' }],
    ({ name }: { name: string }) => name,
  ],
  [
    'stage',
    ({ guild }) => guild.stageInstances.get(stage.id)!,
    ['STAGE_INSTANCE_UPDATE', { ...stage, topic: 'new' }],
    ({ topic }: { topic: string }) => topic,
  ],
  [
    'voice state',
    ({ guild }) => guild.members.get(aliceId)!.voice!,
    ['VOICE_STATE_UPDATE', { ...voice, session_id: 'new' }],
    ({ sessionId }: { sessionId: string }) => sessionId,
  ],
  [
    'presence',
    ({ guild }) => guild.members.get(aliceId)!.presence!,
    ['PRESENCE_UPDATE', { ...presence, status: 'new' }],
    ({ status }: { status: string }) => status,
  ],
];

describe('a model that is held', () => {
  it.each(kinds)('%s: says what is true now', (_kind, hold, [name, data], read) => {
    const world = makeWorld();
    const held = hold(world);
    expect(read(held as never)).not.toBe('new');
    world.send(name, data);
    expect(read(held as never)).toBe('new');
  });

  it.each(kinds)(
    '%s: equals itself found again, turns into its record as JSON, and shows nothing of the bot',
    (...kind) => {
      const [, hold, , read] = kind;
      const world = makeWorld();
      const [held, again] = [hold(world), hold(world)] as [
        { equals(other: unknown): boolean; raw: object },
        { equals(other: unknown): boolean },
      ];
      expect([held.equals(again), held.equals({}), held.equals(undefined)]).toEqual([true, false, false]);
      const json = JSON.stringify(held);
      expect(json).toBe(JSON.stringify({ raw: held.raw }).slice('{"raw":'.length, -1));
      expect(read({ ...JSON.parse(json), ...namesOf(JSON.parse(json)) } as never)).toBe(read(held as never));
      const printed = inspect(held);
      expect(printed).toContain(held.constructor.name);
      expect(printed.length).toBeGreaterThan(held.constructor.name.length + 20);
      expect(inspect(held, { depth: 8 })).not.toMatch(/host|rest:/);
    },
  );

  it('is not equal to another of its kind, nor to another kind with the same id', () => {
    const { guild, message } = makeWorld();
    const everyone = guild.roles.get(guildId)!;
    expect([
      everyone.equals(guild.roles.get(roleId)),
      everyone.equals(guild),
      guild.equals(everyone),
    ]).toEqual([false, false, false]);
    const alice = guild.members.get(aliceId)!;
    expect([alice.equals(alice.user), alice.user.equals(message.author), alice.equals(guild.me)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('of a thread is right again after the thread was archived, forgotten and opened', () => {
    const { guild, send } = makeWorld();
    const held = guild.channels.get(thread.id) as ThreadChannel;
    send('THREAD_UPDATE', { ...thread, thread_metadata: { archived: true } });
    expect([held.archived, guild.channels.get(thread.id)]).toEqual([true, undefined]);
    send('THREAD_UPDATE', { ...thread, name: 'back' });
    expect([held.archived, held.name]).toEqual([false, 'back']);
  });

  it('of how something was before never changes', () => {
    const { events, guild, send } = makeWorld();
    const before: { name: string }[] = [];
    events.on('roleUpdate', (old) => void (old && before.push(old)));
    events.on('channelUpdate', (old) => void (old && before.push(old as never)));
    events.on('guildUpdate', (old) => void (old && before.push(old)));
    events.on('emojiUpdate', (old) => void before.push(old));
    const change = (name: string) => {
      send('GUILD_ROLE_UPDATE', { ...inGuild, role: rolePayload(roleId, { name }) });
      send('CHANNEL_UPDATE', channelPayload(channelId, { ...inGuild, name }));
      send('GUILD_UPDATE', { id: guildId, name });
      send('GUILD_EMOJIS_UPDATE', { ...inGuild, emojis: [{ ...emoji, name }] });
    };
    change('second');
    change('third');
    expect(before.map(({ name }) => name)).toEqual([
      'old',
      'general',
      `guild ${guildId}`,
      'cog',
      'second',
      'second',
      'second',
      'second',
    ]);
    expect(guild.name).toBe('third');
  });
});

describe('what Discord answers with', () => {
  it('is shown until the gateway tells of a later change', async () => {
    const { guild, send } = makeWorld({
      'roles.edit': rolePayload(roleId, { name: 'answered' }),
      'guilds.edit': { id: guildId, name: 'answered', owner_id: aliceId },
    });
    const role = await guild.roles.get(roleId)!.edit({ name: 'answered' });
    const edited = await guild.edit({ name: 'answered' });
    expect([role.name, guild.roles.get(roleId)!.name, edited.name]).toEqual(['answered', 'old', 'answered']);
    send('GUILD_ROLE_UPDATE', { ...inGuild, role: rolePayload(roleId, { name: 'answered' }) });
    send('GUILD_ROLE_UPDATE', { ...inGuild, role: rolePayload(roleId, { name: 'later' }) });
    send('GUILD_UPDATE', { id: guildId, name: 'later' });
    expect([role.name, edited.name]).toEqual(['later', 'later']);
  });

  it('becomes a model of the cache when it is cached only then', async () => {
    const made = channelPayload('300000000000000099', { ...inGuild, name: 'answered' });
    const { guild, send } = makeWorld({ 'guilds.createChannel': made });
    const channel = await guild.channels.create({ name: 'answered' });
    send('CHANNEL_CREATE', made);
    send('CHANNEL_UPDATE', { ...made, name: 'later' });
    expect(channel.name).toBe('later');
  });

  it('is shown as answered where nothing is cached', async () => {
    const { rest } = recordingRest({ 'roles.list': [rolePayload('5', { name: 'far', permissions: '2' })] });
    const { host } = makeScene({ rest });
    const [role] = await host.models.guildRef('7').roles.fetchAll();
    expect([role?.name, role?.permissions.equals(new Permissions('KickMembers'))]).toEqual(['far', true]);
  });
});

describe('bot.guilds.ref', () => {
  it('fills in when the guild comes, and works before', async () => {
    const { calls, rest } = recordingRest({ 'roles.create': rolePayload('5') });
    const scene = makeScene({ rest });
    const guild = scene.host.models.guildRef(guildId);
    expect([guild.isPartial, guild.name, guild.memberCount, [...guild.roles]]).toEqual([
      true,
      '',
      undefined,
      [],
    ]);
    await guild.roles.create({ name: 'x' });
    expect(calls).toEqual([{ name: 'roles.create', args: [guildId, { name: 'x' }, {}] }]);
    scene.send('READY', readyPayload([guildId]));
    scene.send('GUILD_CREATE', guildPayload(guildId));
    expect([guild.isPartial, guild.name, guild.memberCount]).toEqual([false, `guild ${guildId}`, 2]);
  });
});

describe('mutual guilds', () => {
  it('are those in which the user is a cached member', () => {
    const other = '310000000000000000';
    const { host, records, send } = makeScene({ intents: Intents.all() });
    send('READY', readyPayload([guildId, other]));
    send('GUILD_CREATE', guildPayload(guildId));
    send('GUILD_CREATE', guildPayload(other));
    const alice = host.models.user(records.user(aliceId)!);
    expect(alice.mutualGuilds.map(({ id }) => id).sort()).toEqual([guildId, other]);
    send('GUILD_MEMBER_REMOVE', { guild_id: other, user: userPayload(aliceId) });
    expect(alice.mutualGuilds.map(({ id }) => id)).toEqual([guildId]);
  });
});
