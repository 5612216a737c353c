import { describe, expect, it } from '@jest/globals';
import { PresenceText } from '../../src/cache/text/presence-text.js';
import { Intents } from '../../src/events/intents.js';
import { guildPayload, makeScene, memberPayload, readyPayload, selfId } from './dispatch-scene.js';

const guildId = '300000000000000000';
const aliceId = '200000000000000001';
const presence = (status: string, fields: object = {}): object => ({
  user: { id: aliceId },
  guild_id: guildId,
  status,
  activities: [],
  client_status: {},
  ...fields,
});

function sceneWithGuild(options: Parameters<typeof makeScene>[0] = {}) {
  const scene = makeScene(options);
  scene.send('READY', readyPayload([guildId]));
  scene.send(
    'GUILD_CREATE',
    guildPayload(guildId, { members: [memberPayload(selfId), memberPayload(aliceId)] }),
  );
  return scene;
}

describe('a dispatch that only the cache looks at', () => {
  it('is not parsed, and is kept', () => {
    const { dispatcher, records, send } = sceneWithGuild();
    expect(dispatcher.bodyReader('PRESENCE_UPDATE')).toBeInstanceOf(PresenceText);
    send('PRESENCE_UPDATE', presence('dnd'));
    send('GUILD_MEMBER_UPDATE', { ...memberPayload(aliceId, { nick: 'Al' }), guild_id: guildId });
    expect(records.get('presence', '', aliceId)?.status).toBe('dnd');
    expect(records.member(guildId, aliceId)?.nick).toBe('Al');
    send('PRESENCE_UPDATE', presence('offline'));
    expect(records.get('presence', '', aliceId)).toBeUndefined();
  });

  it('is parsed from the moment on at which somebody hears it, and no longer than that', () => {
    const { dispatcher, events, send } = sceneWithGuild();
    const heard: unknown[] = [];
    const listener = (before: unknown, after: { status: string }): void => {
      heard.push([(before as { status: string } | undefined)?.status, after.status]);
    };
    send('PRESENCE_UPDATE', presence('idle'));
    events.on('presenceUpdate', listener);
    expect(dispatcher.bodyReader('PRESENCE_UPDATE')).toBeUndefined();
    send('PRESENCE_UPDATE', presence('dnd'));
    expect(heard).toEqual([['idle', 'dnd']]);
    events.off('presenceUpdate', listener);
    expect(dispatcher.bodyReader('PRESENCE_UPDATE')).toBeDefined();
  });

  it.each(['raw:PRESENCE_UPDATE', 'raw:*', 'raw:GUILD_CREATE', 'raw:GUILD_MEMBER_UPDATE'] as const)(
    'is parsed for %s',
    (event) => {
      const { dispatcher, events } = sceneWithGuild();
      events.on(event as 'raw:*', () => {});
      const names = ['PRESENCE_UPDATE', 'GUILD_CREATE', 'GUILD_MEMBER_UPDATE'];
      const parsed = names.filter((name) => dispatcher.bodyReader(name) === undefined);
      expect(parsed).toEqual(event === 'raw:*' ? names : [event.slice(4)]);
    },
  );

  it('brings the user up to date when it has news of it', () => {
    const { events, records, send } = sceneWithGuild();
    const names: string[] = [];
    events.on('userUpdate', (_before, after) => names.push(after.username));
    const user = { ...memberPayload(aliceId).user, username: 'alice' };
    send('PRESENCE_UPDATE', presence('online', { user }));
    expect([records.user(aliceId)?.username, names]).toEqual(['alice', ['alice']]);
    const renamed = { ...user, username: 'alicia' };
    send('GUILD_MEMBER_UPDATE', { ...memberPayload(aliceId, { user: renamed }), guild_id: guildId });
    send('GUILD_MEMBER_UPDATE', { ...memberPayload(aliceId, { user: renamed }), guild_id: guildId });
    expect(names).toEqual(['alice', 'alicia']);
  });

  it('waits for its guild, when that is not known, as any other', async () => {
    const queried: string[] = [];
    const { records, send } = makeScene({
      intents: Intents.all(),
      queryGuild: async (id) => {
        queried.push(id);
        return guildPayload(id, { members: [memberPayload(selfId)] });
      },
    });
    send('READY', readyPayload([]));
    send('GUILD_MEMBER_UPDATE', { ...memberPayload(aliceId, { nick: 'early' }), guild_id: guildId });
    send('PRESENCE_UPDATE', presence('idle'));
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    expect(queried).toEqual([guildId]);
    expect(records.member(guildId, aliceId)?.nick).toBe('early');
    expect(records.get('presence', '', aliceId)?.status).toBe('idle');
  });
});
