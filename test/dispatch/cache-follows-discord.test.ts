import { describe, expect, it } from '@jest/globals';
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
} from './dispatch-scene.js';

/** What Discord would know, in the simplest form that can be. */
interface World {
  readonly channels: Map<string, string>;
  readonly roles: Map<string, string>;
  readonly members: Map<string, string | null>;
  readonly messages: Map<string, string>;
  readonly voice: Map<string, string>;
  name: string;
}

const guildIds = ['300000000000000000', '310000000000000000'];

function emptyWorld(guildId: string): World {
  return {
    channels: new Map(),
    roles: new Map([[guildId, '@everyone']]),
    members: new Map([[selfId, null]]),
    messages: new Map(),
    voice: new Map(),
    name: 'start',
  };
}

/** Changes a world at random and gives the dispatch that tells of it, sometimes one about something unknown. */
function change(
  guildId: string,
  world: World,
  pick: (below: number) => number,
  step: number,
): [string, object] {
  const inGuild = { guild_id: guildId };
  const id = (kind: number): string =>
    `${guildId.slice(0, 2)}${kind}00000000000${String(pick(6)).padStart(4, '0')}`;
  const text = `n${step}`;
  const channelId = id(1);
  const roleId = id(2);
  const userId = id(3);
  const messageId = id(4);
  const actions: (() => [string, object])[] = [
    () => {
      const name = world.channels.has(channelId) ? 'CHANNEL_UPDATE' : 'CHANNEL_CREATE';
      world.channels.set(channelId, text);
      return [name, channelPayload(channelId, { ...inGuild, name: text })];
    },
    () => {
      world.channels.delete(channelId);
      for (const [held, at] of world.messages)
        if (at.startsWith(`${channelId} `)) world.messages.delete(held);
      return ['CHANNEL_DELETE', channelPayload(channelId, inGuild)];
    },
    () => {
      const name = world.roles.has(roleId) ? 'GUILD_ROLE_UPDATE' : 'GUILD_ROLE_CREATE';
      world.roles.set(roleId, text);
      return [name, { ...inGuild, role: rolePayload(roleId, { name: text }) }];
    },
    () => {
      world.roles.delete(roleId);
      return ['GUILD_ROLE_DELETE', { ...inGuild, role_id: roleId }];
    },
    () => {
      const name = world.members.has(userId) ? 'GUILD_MEMBER_UPDATE' : 'GUILD_MEMBER_ADD';
      world.members.set(userId, text);
      return [name, { ...memberPayload(userId, { nick: text }), ...inGuild }];
    },
    () => {
      world.members.delete(userId);
      return ['GUILD_MEMBER_REMOVE', { ...inGuild, user: userPayload(userId) }];
    },
    () => {
      world.messages.set(messageId, `${channelId} ${text}`);
      return [
        'MESSAGE_CREATE',
        messagePayload(messageId, { ...inGuild, channel_id: channelId, content: text }),
      ];
    },
    () => {
      const held = world.messages.get(messageId);
      const at = held?.split(' ')[0] ?? channelId;
      if (held) world.messages.set(messageId, `${at} ${text}`);
      return ['MESSAGE_UPDATE', messagePayload(messageId, { ...inGuild, channel_id: at, content: text })];
    },
    () => {
      const at = world.messages.get(messageId)?.split(' ')[0] ?? channelId;
      world.messages.delete(messageId);
      return ['MESSAGE_DELETE', { ...inGuild, channel_id: at, id: messageId }];
    },
    () => {
      const isLeaving = pick(3) === 0;
      if (isLeaving) world.voice.delete(userId);
      else world.voice.set(userId, channelId);
      return [
        'VOICE_STATE_UPDATE',
        { ...inGuild, user_id: userId, channel_id: isLeaving ? null : channelId, session_id: 's' },
      ];
    },
    () => {
      world.name = text;
      return ['GUILD_UPDATE', { id: guildId, name: text, owner_id: '1', unavailable: false }];
    },
  ];
  // A message id that is taken is never used again by Discord: deletion comes first.
  const action = actions[pick(actions.length)]!;
  return action === actions[6] && world.messages.has(messageId) ? actions[8]!() : action();
}

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('the cache after any sequence of dispatches', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is what Discord knows (seed %i)', (seed) => {
    const pick = seeded(seed);
    const scene = makeScene();
    const worlds = new Map(guildIds.map((guildId) => [guildId, emptyWorld(guildId)]));
    scene.send('READY', readyPayload(guildIds));
    for (const id of guildIds) {
      scene.send(
        'GUILD_CREATE',
        guildPayload(id, { name: 'start', channels: [], members: [memberPayload(selfId)] }),
      );
    }
    for (let step = 0; step < 2000; step++) {
      const guildId = guildIds[pick(2)]!;
      const [name, data] = change(guildId, worlds.get(guildId)!, pick, step);
      scene.send(name, data);
      if (pick(10) === 0) scene.send('RESUMED', {});
    }
    for (const [guildId, world] of worlds) {
      const { records, cache } = scene;
      expect(records.guild(guildId)?.name).toBe(world.name);
      const named = (kind: 'channel' | 'role') =>
        new Map([...records.list(kind, guildId)].map((record) => [record.id, record.name]));
      expect(named('channel')).toEqual(world.channels);
      expect(named('role')).toEqual(world.roles);
      const nicks = [...records.list('member', guildId)].map(({ user, nick }) => [user.id, nick] as const);
      expect(new Map(nicks)).toEqual(world.members);
      const voice = [...records.list('voiceState', guildId)].map(
        (state) => [state.user_id, state.channel_id] as const,
      );
      expect(new Map(voice)).toEqual(world.voice);
      for (const [id, held] of world.messages) {
        const [channelId, content] = held.split(' ') as [string, string];
        expect(cache.messages.get(channelId, id)?.content).toBe(content);
      }
    }
    const total = [...worlds.values()].reduce((sum, { messages }) => sum + messages.size, 0);
    expect(scene.cache.messages.size).toBe(total);
    expect(scene.errors).toEqual([]);
  });
});
