import { beforeEach, describe, expect, it } from '@jest/globals';
import { SharedCache } from '../../src/cache/shared-cache.js';
import type { ThreadChannel } from '../../src/models/thread-channel.js';
import {
  guildPayload,
  ManualClock,
  makeScene,
  memberPayload,
  messagePayload,
  readyPayload,
  rolePayload,
} from './dispatch-scene.js';

const guildId = '300000000000000000';
const otherGuildId = '300000000000000010';
const aliceId = '200000000000000001';

type Scene = ReturnType<typeof makeScene>;

/** Bot with its own user in a cache that others use too. */
function joinBot(cache: SharedCache, clock: ManualClock, botId: string, guildIds: readonly string[]): Scene {
  const scene = makeScene({ cache, clock });
  const ready = readyPayload(guildIds);
  scene.send('READY', { ...ready, user: { ...ready.user, id: botId, username: `bot${botId}` } });
  for (const id of guildIds) {
    const members = [memberPayload(botId), memberPayload(aliceId)];
    scene.send('GUILD_CREATE', guildPayload(id, { members }));
  }
  return scene;
}

describe('three bots with one cache', () => {
  let cache: SharedCache;
  let clock: ManualClock;
  let first: Scene;
  let second: Scene;
  let third: Scene;

  beforeEach(() => {
    cache = new SharedCache();
    clock = new ManualClock();
    first = joinBot(cache, clock, '100000000000000001', [guildId]);
    second = joinBot(cache, clock, '100000000000000003', [guildId, otherGuildId]);
    third = joinBot(cache, clock, '100000000000000005', [otherGuildId]);
  });

  it('keeps one record of each entity, and shows each bot its own guilds', () => {
    expect(cache.guilds.size).toBe(2);
    expect([...first.records.list('guild', '')].map(({ id }) => id)).toEqual([guildId]);
    expect([...second.records.list('guild', '')].map(({ id }) => id)).toEqual([guildId, otherGuildId]);
    expect(third.records.guild(guildId)).toBeUndefined();
    expect(first.records.guild(guildId)).toBe(second.records.guild(guildId));
    expect(cache.members.count(guildId)).toBe(3);
    expect(cache.users.size).toBe(4);
  });

  it('tells of a thread that is left only the bot that leaves it', () => {
    const thread = { id: '300000000000000020', type: 12, guild_id: guildId, name: 'plans' };
    const left: string[] = [];
    for (const [name, scene] of Object.entries({ first, second, third })) {
      scene.events.on('threadLeave', (it) => left.push(`${name} ${it.id}`));
    }
    const memberOf = (botId: string) => ({ id: thread.id, user_id: botId, join_timestamp: '', flags: 0 });
    first.send('THREAD_CREATE', { ...thread, member: memberOf('100000000000000001') });
    const known = () =>
      [first, second].map(({ host }) => host.models.guildRef(guildId).channels.get(thread.id));
    expect(known().map((it) => (it as ThreadChannel).me?.userId)).toEqual(['100000000000000001', undefined]);
    const change = {
      id: thread.id,
      guild_id: guildId,
      member_count: 1,
      removed_member_ids: ['100000000000000003'],
    };
    first.send('THREAD_MEMBERS_UPDATE', change);
    second.send('THREAD_MEMBERS_UPDATE', change);
    expect(left).toEqual([`second ${thread.id}`]);
  });

  it('tells each bot once that a user has changed, whose update comes for each guild', () => {
    const heard: string[] = [];
    first.events.on('userUpdate', (before, after) =>
      heard.push(`first ${before?.username} ${after.username}`),
    );
    second.events.on('userUpdate', (before, after) =>
      heard.push(`second ${before?.username} ${after.username}`),
    );
    const user = { ...memberPayload(aliceId).user, username: 'alice' };
    for (const [scene, id] of [
      [first, guildId],
      [second, guildId],
      [second, otherGuildId],
      [third, otherGuildId],
    ] as const) {
      scene.send('GUILD_MEMBER_UPDATE', { ...memberPayload(aliceId, { user }), guild_id: id });
    }
    expect(heard).toEqual([`first user${aliceId} alice`, `second user${aliceId} alice`]);
  });

  it('gives a change once to each bot, with the same state before it', () => {
    const heard: string[] = [];
    const watch = (name: string, scene: Scene): void => {
      scene.events.on('guildMemberUpdate', (before, after) =>
        heard.push(`${name} ${before?.nick} ${after.nick}`),
      );
    };
    watch('first', first);
    watch('second', second);
    watch('third', third);
    const change = (nick: string) => ({ ...memberPayload(aliceId, { nick }), guild_id: guildId });
    second.send('GUILD_MEMBER_UPDATE', change('A'));
    second.send('GUILD_MEMBER_UPDATE', change('B'));
    second.send('GUILD_MEMBER_UPDATE', change('A'));
    first.send('GUILD_MEMBER_UPDATE', change('A'));
    first.send('GUILD_MEMBER_UPDATE', change('B'));
    first.send('GUILD_MEMBER_UPDATE', change('A'));
    expect(heard.filter((line) => line.startsWith('second'))).toEqual([
      'second undefined A',
      'second A B',
      'second B A',
    ]);
    expect(heard.filter((line) => line.startsWith('first'))).toHaveLength(3);
    expect(heard.filter((line) => line.startsWith('third'))).toEqual([]);
    expect(first.records.member(guildId, aliceId)?.nick).toBe('A');
  });

  it('counts somebody who joins once', () => {
    const joined = { ...memberPayload('200000000000000009'), guild_id: guildId };
    first.send('GUILD_MEMBER_ADD', joined);
    second.send('GUILD_MEMBER_ADD', joined);
    expect(first.records.guild(guildId)?.member_count).toBe(3);
  });

  it('tells both bots of a message, and takes the content from the one that is told it', () => {
    const contents: string[] = [];
    first.events.on('messageCreate', (message) => contents.push(`first ${message.content}`));
    second.events.on('messageCreate', (message) => contents.push(`second ${message.content}`));
    first.send('MESSAGE_CREATE', messagePayload('400000000000000001'));
    second.send('MESSAGE_CREATE', messagePayload('400000000000000001', { content: '' }));
    expect(contents).toEqual(['first hello', 'second ']);
    expect(second.records.message('300000000000000005', '400000000000000001')?.content).toBe('hello');
  });

  it('goes on with the others while one is gone, and gives it what its session replays', () => {
    const heard: string[] = [];
    first.events.on('roleCreate', (role) => heard.push(`first ${role.name}`));
    second.events.on('roleCreate', (role) => heard.push(`second ${role.name}`));
    const role = { guild_id: guildId, role: rolePayload('600000000000000001', { name: 'new' }) };
    second.send('GUILD_ROLE_CREATE', role);
    expect(first.records.role(guildId, '600000000000000001')?.name).toBe('new');
    second.send('GUILD_ROLE_UPDATE', {
      guild_id: guildId,
      role: rolePayload('600000000000000001', { name: 'newer' }),
    });
    first.send('GUILD_ROLE_CREATE', role);
    expect(heard).toEqual(['second new', 'first newer']);
    expect(first.records.role(guildId, '600000000000000001')?.name).toBe('newer');
  });

  it('does not wait for what a bot missed when it begins a new session', () => {
    const heard: string[] = [];
    first.events.on('guildBanAdd', (ban) => heard.push(ban.userId));
    const ban = { guild_id: guildId, user: memberPayload(aliceId).user };
    second.send('GUILD_BAN_ADD', ban);
    const ready = readyPayload([guildId]);
    first.send('READY', { ...ready, user: { ...ready.user, id: '100000000000000001' } });
    first.send('GUILD_BAN_ADD', ban);
    expect(heard).toEqual([aliceId]);
  });

  it('keeps a guild until the last of its bots has left', () => {
    first.send('GUILD_DELETE', { id: guildId });
    expect(first.records.guild(guildId)).toBeUndefined();
    expect(second.records.guild(guildId)?.name).toBe(`guild ${guildId}`);
    expect(cache.members.has(guildId, aliceId)).toBe(true);
    second.send('GUILD_DELETE', { id: guildId });
    expect(cache.guilds.size).toBe(1);
  });

  it('leaves the cache to the others when one closes', () => {
    second.dispatcher.close();
    const heard: string[] = [];
    first.events.on('roleDelete', () => heard.push('first'));
    first.send('GUILD_ROLE_DELETE', { guild_id: guildId, role_id: guildId });
    expect(heard).toEqual(['first']);
  });
});

describe('copies of one event', () => {
  const update = (nick: string): object => ({ ...memberPayload(aliceId, { nick }), guild_id: guildId });

  function twoBots(): { cache: SharedCache; first: Scene; second: Scene } {
    const cache = new SharedCache();
    const clock = new ManualClock();
    const first = joinBot(cache, clock, '100000000000000001', [guildId]);
    const second = joinBot(cache, clock, '100000000000000003', [guildId]);
    return { cache, first, second };
  }

  it('are parsed once, applied once, and delivered once to each bot', () => {
    const { cache, first, second } = twoBots();
    const heard: string[] = [];
    for (const [name, scene] of Object.entries({ first, second })) {
      scene.events.on('guildMemberUpdate', (before, after) =>
        heard.push(`${name} ${before?.nick} ${after.nick}`),
      );
    }
    const before = cache.bodies.parsed;
    for (const nick of ['A', 'B', 'A']) first.send('GUILD_MEMBER_UPDATE', update(nick));
    for (const nick of ['A', 'B', 'A']) second.send('GUILD_MEMBER_UPDATE', update(nick));
    expect(cache.bodies.parsed - before).toBe(2);
    expect(heard).toHaveLength(6);
    expect(heard.slice(0, 3)).toEqual(['first undefined A', 'first A B', 'first B A']);
    expect(first.records.member(guildId, aliceId)?.nick).toBe('A');
  });

  it('are parsed again for a bot that hears them raw, and belong together all the same', () => {
    const { cache, first, second } = twoBots();
    const raw: unknown[] = [];
    second.events.on('raw:MESSAGE_REACTION_ADD', (data) => raw.push(data));
    const counts: (number | undefined)[] = [];
    const message = messagePayload('400000000000000001');
    for (const scene of [first, second]) scene.send('MESSAGE_CREATE', message);
    const reaction = {
      guild_id: guildId,
      channel_id: message.channel_id,
      message_id: message.id,
      user_id: aliceId,
      emoji: { id: null, name: '👍' },
      burst: false,
      type: 0,
    };
    for (const scene of [first, second]) {
      scene.send('MESSAGE_REACTION_ADD', reaction);
      counts.push(cache.messages.find(message.id)?.reactions?.[0]?.count);
    }
    expect(raw).toEqual([reaction]);
    expect(counts).toEqual([1, 1]);
  });

  it('are not taken for each other when only the event differs', () => {
    const { first, second } = twoBots();
    const heard: string[] = [];
    second.events.on('guildBanAdd', () => heard.push('banned'));
    second.events.on('guildBanRemove', () => heard.push('forgiven'));
    const ban = { guild_id: guildId, user: memberPayload(aliceId).user };
    first.send('GUILD_BAN_ADD', ban);
    first.send('GUILD_BAN_REMOVE', ban);
    second.send('GUILD_BAN_ADD', ban);
    second.send('GUILD_BAN_REMOVE', ban);
    expect(heard).toEqual(['banned', 'forgiven']);
  });

  it('are forgotten after a while, and parsed anew', () => {
    const { cache, first, second } = twoBots();
    first.send('GUILD_MEMBER_UPDATE', update('A'));
    for (let index = 0; index < 1_100; index++)
      first.send('TYPING_START', { guild_id: guildId, user_id: String(index) });
    const before = cache.bodies.parsed;
    second.send('GUILD_MEMBER_UPDATE', update('A'));
    expect(cache.bodies.parsed - before).toBe(1);
    expect(second.records.member(guildId, aliceId)?.nick).toBe('A');
  });
});
