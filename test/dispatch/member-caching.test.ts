import { describe, expect, it } from '@jest/globals';
import { MemberCacheFlags } from '../../src/cache/member-cache-flags.js';
import { MemberPolicy } from '../../src/cache/member-policy.js';
import { MemberChunks } from '../../src/dispatch/member-chunks.js';
import { Intents } from '../../src/events/intents.js';
import {
  guildPayload,
  ManualClock,
  makeScene,
  memberPayload,
  messagePayload,
  readyPayload,
  selfId,
  userPayload,
} from './dispatch-scene.js';

const guildId = '300000000000000000';
const ownerId = '200000000000000001';
const bobId = '200000000000000002';

function keptBy(members: MemberCacheFlags | MemberPolicy, intents: Intents = Intents.all()) {
  const scene = makeScene({ cache: { members }, intents });
  scene.send('READY', readyPayload([guildId]));
  const payload = guildPayload(guildId, {
    members: [memberPayload(selfId), memberPayload(ownerId), memberPayload(bobId)],
  });
  scene.send('GUILD_CREATE', payload);
  const kept = (): string[] => [...scene.cache.members.values(guildId)].map(({ user }) => user.id).sort();
  return { ...scene, kept };
}

function voiceState(userId: string, channelId: string | null) {
  return {
    guild_id: guildId,
    user_id: userId,
    channel_id: channelId,
    session_id: 's',
    deaf: false,
    mute: false,
    self_deaf: false,
    self_mute: false,
    self_video: false,
    suppress: false,
    request_to_speak_timestamp: null,
    member: memberPayload(userId),
  };
}

describe('member cache flags', () => {
  it('follow the intents unless they are given', () => {
    expect(MemberCacheFlags.fromIntents(Intents.default()).joined).toBe(false);
    expect(MemberCacheFlags.fromIntents(Intents.all()).joined).toBe(true);
    expect(MemberCacheFlags.fromIntents(Intents.none())).toMatchObject({ interaction: true, voice: false });
    expect([
      MemberCacheFlags.all().value,
      MemberCacheFlags.none().value,
      new MemberCacheFlags().value,
    ]).toEqual([15, 0, 7]);
  });

  it('none keeps the bot only', () => {
    expect(keptBy(MemberCacheFlags.none()).kept()).toEqual([selfId]);
  });

  it('voice keeps who is in a voice channel, until they leave it', () => {
    const { kept, send } = keptBy(new MemberCacheFlags({ voice: true }));
    send('VOICE_STATE_UPDATE', voiceState(bobId, '300000000000000009'));
    expect(kept()).toEqual([selfId, bobId]);
    send('VOICE_STATE_UPDATE', voiceState(bobId, null));
    expect(kept()).toEqual([selfId]);
  });

  it('joined keeps who leaves voice', () => {
    const { kept, send } = keptBy(MemberCacheFlags.all());
    send('VOICE_STATE_UPDATE', voiceState(bobId, '300000000000000009'));
    send('VOICE_STATE_UPDATE', voiceState(bobId, null));
    expect(kept()).toEqual([selfId, ownerId, bobId]);
  });

  it('interaction keeps who used a command, whatever they do in voice', () => {
    const { kept, send } = keptBy(new MemberCacheFlags({ interaction: true, voice: true }));
    const member = { ...memberPayload(bobId), permissions: '0' };
    send('INTERACTION_CREATE', {
      id: '1',
      type: 2,
      application_id: '1',
      token: 't',
      guild_id: guildId,
      member,
      data: {},
    });
    send('VOICE_STATE_UPDATE', voiceState(bobId, '300000000000000009'));
    send('VOICE_STATE_UPDATE', voiceState(bobId, null));
    expect(kept()).toEqual([selfId, bobId]);
    send('GUILD_MEMBER_REMOVE', { guild_id: guildId, user: userPayload(bobId) });
    expect(kept()).toEqual([selfId]);
  });

  it('online keeps who is not offline', () => {
    const { kept, send } = keptBy(new MemberCacheFlags({ online: true }));
    const presence = { user: { id: bobId }, guild_id: guildId, activities: [], client_status: {} };
    send('PRESENCE_UPDATE', { ...presence, status: 'idle' });
    send('GUILD_MEMBER_UPDATE', { ...memberPayload(bobId), guild_id: guildId });
    expect(kept()).toEqual([selfId, bobId]);
    send('PRESENCE_UPDATE', { ...presence, status: 'offline' });
    expect(kept()).toEqual([selfId]);
  });
});

describe('member policies', () => {
  it('combine', () => {
    const { kept, send } = keptBy(MemberPolicy.inVoice().or(MemberPolicy.owners()));
    send('VOICE_STATE_UPDATE', voiceState(bobId, '300000000000000009'));
    expect(kept()).toEqual([selfId, ownerId, bobId]);
    send('VOICE_STATE_UPDATE', voiceState(bobId, null));
    expect(kept()).toEqual([selfId, ownerId]);
    expect(keptBy(MemberPolicy.everyone().and(MemberPolicy.owners())).kept()).toEqual([selfId, ownerId]);
    expect(keptBy(MemberPolicy.nobody()).kept()).toEqual([selfId]);
  });

  it('lru keeps those who were seen last', () => {
    const { kept, send } = keptBy(MemberPolicy.lru(2));
    expect(kept()).toEqual([selfId, ownerId, bobId]);
    const { user: _user, ...member } = memberPayload('200000000000000009');
    send(
      'MESSAGE_CREATE',
      messagePayload('400000000000000001', { author: userPayload('200000000000000009'), member }),
    );
    expect(kept()).toEqual([selfId, bobId, '200000000000000009']);
  });
});

describe('asking for all members', () => {
  it('shares an answer, and waits 30 seconds before it asks the same guild again', async () => {
    const clock = new ManualClock();
    const asked: string[] = [];
    const chunks = new MemberChunks({ clock, requestAll: async (id) => void asked.push(id) });
    await Promise.all([chunks.chunk(guildId), chunks.chunk(guildId), chunks.chunk('5')]);
    expect(asked).toEqual([guildId, '5']);
    clock.advance(29_000);
    const again = chunks.chunk(guildId);
    await Promise.resolve();
    expect(asked).toHaveLength(2);
    clock.advance(1000);
    await again;
    expect(asked).toEqual([guildId, '5', guildId]);
  });
});
