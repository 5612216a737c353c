import { describe, expect, it } from '@jest/globals';
import type { CacheOptions } from '../../src/cache/cache-options.js';
import { MemberCacheFlags } from '../../src/cache/member-cache-flags.js';
import type { EventName } from '../../src/events/event-map.js';
import { eventSources } from '../../src/events/event-sources.js';
import type { RecordKind } from '../../src/models/records.js';
import {
  channelPayload,
  guildPayload,
  makeScene,
  memberPayload,
  messagePayload,
  readyPayload,
  rolePayload,
  userPayload,
} from './dispatch-scene.js';

const guildId = '300000000000000000';
const channelId = '300000000000000005';
const aliceId = '200000000000000001';
const messageId = '400000000000000001';
const inGuild = { guild_id: guildId };
const reaction = {
  ...inGuild,
  channel_id: channelId,
  message_id: messageId,
  user_id: aliceId,
  emoji: { id: null, name: '👍' },
};
const vote = { ...inGuild, channel_id: channelId, message_id: messageId, user_id: aliceId, answer_id: 2 };
const thread = channelPayload('300000000000000077', { ...inGuild, type: 11, parent_id: channelId });
const sound = {
  ...inGuild,
  sound_id: '700000000000000001',
  name: 'honk',
  volume: 1,
  emoji_id: null,
  emoji_name: null,
  available: true,
};
const emoji = { id: '800000000000000001', name: 'cog', roles: [] };
const sticker = {
  id: '810000000000000001',
  name: 'gear',
  description: null,
  tags: 'gear',
  type: 2,
  format_type: 1,
  ...inGuild,
};
const event = {
  id: '820000000000000001',
  ...inGuild,
  name: 'party',
  scheduled_start_time: '2026-12-01T00:00:00+00:00',
  status: 1,
  entity_type: 3,
  privacy_level: 2,
};
const stage = {
  id: '830000000000000001',
  ...inGuild,
  channel_id: channelId,
  topic: 'talk',
  privacy_level: 2,
};
const rule = {
  id: '840000000000000001',
  ...inGuild,
  name: 'rule',
  creator_id: aliceId,
  enabled: true,
  actions: [],
  exempt_roles: [],
  exempt_channels: [],
};
const entitlement = { id: '850000000000000001', sku_id: '1', application_id: '2', type: 8, deleted: false };
const subscription = {
  id: '860000000000000001',
  user_id: aliceId,
  sku_ids: [],
  entitlement_ids: [],
  status: 0,
};
const integration = { id: '870000000000000001', ...inGuild, name: 'tv', type: 'twitch', enabled: true };
const voice = {
  ...inGuild,
  user_id: aliceId,
  channel_id: channelId,
  session_id: 's',
  deaf: false,
  mute: false,
  self_deaf: false,
  self_mute: false,
  self_video: false,
  suppress: false,
  request_to_speak_timestamp: null,
};

/** Dispatches in the order in which one bot might receive them. */
const journey: readonly (readonly [name: string, data: unknown])[] = [
  ['READY', readyPayload([guildId])],
  ['GUILD_CREATE', guildPayload(guildId)],
  ['RESUMED', {}],
  ['GUILD_CREATE', guildPayload('300000000000000010')],
  ['GUILD_UPDATE', { id: guildId, name: 'renamed' }],
  ['CHANNEL_CREATE', channelPayload('300000000000000088', inGuild)],
  ['CHANNEL_UPDATE', channelPayload('300000000000000088', { ...inGuild, name: 'renamed' })],
  [
    'CHANNEL_PINS_UPDATE',
    { ...inGuild, channel_id: channelId, last_pin_timestamp: '2026-11-20T00:00:00+00:00' },
  ],
  ['CHANNEL_DELETE', channelPayload('300000000000000088', inGuild)],
  ['CHANNEL_INFO', { ...inGuild, channels: [{ id: channelId, status: 'hi' }] }],
  ['VOICE_CHANNEL_STATUS_UPDATE', { ...inGuild, id: channelId, status: 'music' }],
  ['VOICE_CHANNEL_START_TIME_UPDATE', { ...inGuild, id: channelId, voice_start_time: 1_700_000_000 }],
  ['THREAD_CREATE', { ...thread, newly_created: true }],
  ['THREAD_CREATE', { ...thread, id: '300000000000000078' }],
  ['THREAD_UPDATE', { ...thread, name: 'renamed' }],
  ['THREAD_MEMBER_UPDATE', { ...inGuild, id: thread.id, user_id: aliceId, join_timestamp: '', flags: 0 }],
  ['THREAD_MEMBERS_UPDATE', { ...inGuild, id: thread.id, member_count: 2, removed_member_ids: ['5'] }],
  [
    'THREAD_MEMBERS_UPDATE',
    { ...inGuild, id: thread.id, member_count: 1, removed_member_ids: ['100000000000000001'] },
  ],
  ['THREAD_LIST_SYNC', { ...inGuild, threads: [{ ...thread, name: 'renamed' }], members: [] }],
  ['THREAD_DELETE', { ...inGuild, id: thread.id, parent_id: channelId, type: 11 }],
  ['GUILD_ROLE_CREATE', { ...inGuild, role: rolePayload('600000000000000001') }],
  ['GUILD_ROLE_UPDATE', { ...inGuild, role: rolePayload('600000000000000001', { name: 'renamed' }) }],
  ['GUILD_ROLE_DELETE', { ...inGuild, role_id: '600000000000000001' }],
  ['GUILD_EMOJIS_UPDATE', { ...inGuild, emojis: [emoji] }],
  ['GUILD_EMOJIS_UPDATE', { ...inGuild, emojis: [{ ...emoji, name: 'gear' }] }],
  ['GUILD_EMOJIS_UPDATE', { ...inGuild, emojis: [] }],
  ['GUILD_STICKERS_UPDATE', { ...inGuild, stickers: [sticker] }],
  ['GUILD_STICKERS_UPDATE', { ...inGuild, stickers: [{ ...sticker, name: 'wheel' }] }],
  ['GUILD_STICKERS_UPDATE', { ...inGuild, stickers: [] }],
  ['GUILD_SOUNDBOARD_SOUND_CREATE', sound],
  ['GUILD_SOUNDBOARD_SOUND_UPDATE', { ...sound, name: 'quack' }],
  ['GUILD_SOUNDBOARD_SOUNDS_UPDATE', { ...inGuild, soundboard_sounds: [{ ...sound, name: 'quack' }] }],
  ['SOUNDBOARD_SOUNDS', { ...inGuild, soundboard_sounds: [{ ...sound, name: 'quack' }] }],
  ['GUILD_SOUNDBOARD_SOUND_DELETE', { ...inGuild, sound_id: sound.sound_id }],
  ['GUILD_MEMBER_ADD', { ...memberPayload('200000000000000009'), ...inGuild }],
  ['GUILD_MEMBER_UPDATE', { ...memberPayload('200000000000000009', { nick: 'nine' }), ...inGuild }],
  [
    'GUILD_MEMBERS_CHUNK',
    { ...inGuild, members: [memberPayload('200000000000000009')], chunk_index: 0, chunk_count: 1 },
  ],
  ['GUILD_MEMBER_REMOVE', { ...inGuild, user: userPayload('200000000000000009') }],
  ['GUILD_BAN_ADD', { ...inGuild, user: userPayload('200000000000000009') }],
  ['GUILD_BAN_REMOVE', { ...inGuild, user: userPayload('200000000000000009') }],
  [
    'GUILD_AUDIT_LOG_ENTRY_CREATE',
    { ...inGuild, id: '880000000000000001', user_id: aliceId, target_id: null, action_type: 22 },
  ],
  ['GUILD_INTEGRATIONS_UPDATE', inGuild],
  ['INTEGRATION_CREATE', integration],
  ['INTEGRATION_UPDATE', integration],
  ['INTEGRATION_DELETE', integration],
  ['INVITE_CREATE', { ...inGuild, channel_id: channelId, code: 'abc', uses: 0 }],
  ['INVITE_DELETE', { ...inGuild, channel_id: channelId, code: 'abc' }],
  ['WEBHOOKS_UPDATE', { ...inGuild, channel_id: channelId }],
  ['AUTO_MODERATION_RULE_CREATE', rule],
  ['AUTO_MODERATION_RULE_UPDATE', rule],
  ['AUTO_MODERATION_RULE_DELETE', rule],
  [
    'AUTO_MODERATION_ACTION_EXECUTION',
    { ...inGuild, rule_id: rule.id, user_id: aliceId, action: { type: 1 } },
  ],
  ['GUILD_SCHEDULED_EVENT_CREATE', event],
  ['GUILD_SCHEDULED_EVENT_UPDATE', { ...event, status: 2 }],
  ['GUILD_SCHEDULED_EVENT_USER_ADD', { ...inGuild, guild_scheduled_event_id: event.id, user_id: aliceId }],
  ['GUILD_SCHEDULED_EVENT_USER_REMOVE', { ...inGuild, guild_scheduled_event_id: event.id, user_id: aliceId }],
  ['GUILD_SCHEDULED_EVENT_DELETE', event],
  ['STAGE_INSTANCE_CREATE', stage],
  ['STAGE_INSTANCE_UPDATE', { ...stage, topic: 'more' }],
  ['STAGE_INSTANCE_DELETE', stage],
  ['MESSAGE_CREATE', messagePayload(messageId)],
  ['MESSAGE_UPDATE', messagePayload(messageId, { content: 'edited' })],
  ['MESSAGE_REACTION_ADD', reaction],
  ['MESSAGE_REACTION_REMOVE', reaction],
  ['MESSAGE_REACTION_REMOVE_EMOJI', reaction],
  ['MESSAGE_REACTION_REMOVE_ALL', reaction],
  ['MESSAGE_POLL_VOTE_ADD', vote],
  ['MESSAGE_POLL_VOTE_REMOVE', vote],
  ['MESSAGE_DELETE', { ...inGuild, channel_id: channelId, id: messageId }],
  ['MESSAGE_CREATE', messagePayload('400000000000000002')],
  [
    'MESSAGE_DELETE_BULK',
    { ...inGuild, channel_id: channelId, ids: ['400000000000000002', '400000000000000003'] },
  ],
  [
    'PRESENCE_UPDATE',
    { ...inGuild, user: { id: aliceId }, status: 'idle', activities: [], client_status: {} },
  ],
  ['TYPING_START', { ...inGuild, channel_id: channelId, user_id: aliceId, timestamp: 1_700_000_000 }],
  ['USER_UPDATE', userPayload('100000000000000001', 'renamed')],
  ['VOICE_STATE_UPDATE', voice],
  ['VOICE_SERVER_UPDATE', { ...inGuild, token: 't', endpoint: 'e' }],
  ['VOICE_CHANNEL_EFFECT_SEND', { ...inGuild, channel_id: channelId, user_id: aliceId }],
  ['APPLICATION_COMMAND_PERMISSIONS_UPDATE', { ...inGuild, id: '1', application_id: '2', permissions: [] }],
  ['ENTITLEMENT_CREATE', entitlement],
  ['ENTITLEMENT_UPDATE', entitlement],
  ['ENTITLEMENT_DELETE', entitlement],
  ['SUBSCRIPTION_CREATE', subscription],
  ['SUBSCRIPTION_UPDATE', subscription],
  ['SUBSCRIPTION_DELETE', subscription],
  [
    'INTERACTION_CREATE',
    {
      id: '890000000000000001',
      type: 2,
      application_id: '1',
      token: 't',
      user: userPayload(aliceId),
      data: {},
    },
  ],
  ['RATE_LIMITED', { opcode: 8, retry_after: 1.5, meta: inGuild }],
  ['GUILD_JOIN_REQUEST_CREATE', { ...inGuild, status: 'SUBMITTED' }],
  ['GUILD_JOIN_REQUEST_UPDATE', { ...inGuild, status: 'APPROVED' }],
  ['GUILD_JOIN_REQUEST_DELETE', { ...inGuild, id: '1', user_id: aliceId }],
  ['GUILD_DELETE', { id: guildId, unavailable: true }],
  ['GUILD_DELETE', { id: guildId }],
];

/** Sends the whole journey to a bot that listens to everything. */
function travel(cache: CacheOptions = {}) {
  const heard = new Map<string, unknown[][]>();
  const warnings: string[] = [];
  const logger = {
    debug() {},
    info() {},
    error() {},
    warn: (_room: string, text: string) => void warnings.push(text),
  };
  const { errors, events, records, send } = makeScene({ cache, logger });
  for (const name of Object.keys(eventSources) as EventName[]) {
    events.on(name, (...args: unknown[]) => void heard.set(name, [...(heard.get(name) ?? []), args]));
  }
  for (const [name, data] of journey) send(name, structuredClone(data));
  return { errors, heard, records, warnings };
}

describe('every dispatch', () => {
  const { errors, heard, warnings } = travel();

  it('is handled without a warning', () => {
    expect([warnings, errors]).toEqual([[], []]);
  });

  it.each(Object.keys(eventSources))('makes %s', (name) => {
    expect(heard.get(name)?.length).toBeGreaterThan(0);
  });

  it('gives what was before a change and what is after it', () => {
    const pair = (name: string, read: (model: never) => unknown): unknown[] =>
      (heard.get(name)?.[0] ?? []).map((model) => read(model as never));
    const nameOf = (model: { readonly name: string }): string => model.name;
    expect(pair('roleUpdate', nameOf)).toEqual(['role', 'renamed']);
    expect(pair('channelUpdate', nameOf)).toEqual(['general', 'renamed']);
    expect(pair('threadUpdate', nameOf)).toEqual(['general', 'renamed']);
    expect(pair('emojiUpdate', nameOf)).toEqual(['cog', 'gear']);
    expect(pair('stickerUpdate', nameOf)).toEqual(['gear', 'wheel']);
    expect(pair('guildSoundboardSoundUpdate', nameOf)).toEqual(['honk', 'quack']);
    expect(pair('guildScheduledEventUpdate', (model: { readonly status: number }) => model.status)).toEqual([
      1, 2,
    ]);
    expect(pair('stageInstanceUpdate', (model: { readonly topic: string }) => model.topic)).toEqual([
      'talk',
      'more',
    ]);
    expect(heard.get('voiceChannelStatusUpdate')?.[0]).toEqual([
      { channelId, guildId, before: 'hi', status: 'music' },
    ]);
  });

  it('tells of what is not cached by ids', () => {
    expect(heard.get('rawMessageDeleteBulk')?.[0]).toMatchObject([
      {
        messageIds: ['400000000000000002', '400000000000000003'],
        cachedMessages: [{ id: '400000000000000002' }],
      },
    ]);
    expect(heard.get('rawThreadDelete')?.[0]).toMatchObject([
      {
        threadId: thread.id,
        threadType: 11,
        parentId: channelId,
        guildId,
        cachedThread: { name: 'renamed' },
      },
    ]);
    expect(heard.get('threadMembersUpdate')?.[0]).toMatchObject([{ memberCount: 2, removedUserIds: ['5'] }]);
    expect(heard.get('rateLimited')?.[0]).toEqual([
      { opcode: 8, retryAfterSeconds: 1.5, guildId, nonce: undefined },
    ]);
  });
});

describe('what is switched off', () => {
  const full = guildPayload(guildId, {
    channels: [channelPayload(channelId)],
    emojis: [emoji],
    guild_scheduled_events: [event],
    members: [memberPayload(aliceId)],
    presences: [{ user: { id: aliceId }, status: 'online', activities: [], client_status: {} }],
    roles: [rolePayload(guildId)],
    soundboard_sounds: [sound],
    stage_instances: [stage],
    stickers: [sticker],
    voice_states: [{ user_id: aliceId, channel_id: channelId, session_id: 's' }],
  });
  const countOf = (kind: RecordKind, cache: CacheOptions): number => {
    const { records, send } = makeScene({ cache });
    send('READY', readyPayload([guildId]));
    send('GUILD_CREATE', structuredClone(full));
    return records.count(kind, kind === 'presence' ? '' : guildId);
  };
  /** Of what is not cached nobody knows how each thing of a list was before, and a deleted thread has its id alone. */
  const silent: Partial<Record<keyof CacheOptions, readonly string[]>> = {
    channels: ['threadDelete'],
    emojis: ['emojiCreate', 'emojiUpdate', 'emojiDelete'],
    stickers: ['stickerCreate', 'stickerUpdate', 'stickerDelete'],
  };

  it.each([
    ['channels', 'channel'],
    ['emojis', 'emoji'],
    ['presences', 'presence'],
    ['roles', 'role'],
    ['scheduledEvents', 'scheduledEvent'],
    ['sounds', 'sound'],
    ['stageInstances', 'stageInstance'],
    ['stickers', 'sticker'],
    ['voiceStates', 'voiceState'],
  ] as const)('%s are not kept, and their events come all the same', (option, kind) => {
    const cache = { [option]: false };
    expect([countOf(kind, {}), countOf(kind, cache)]).toEqual([1, 0]);
    const { errors, heard, warnings } = travel(cache);
    expect([warnings, errors]).toEqual([[], []]);
    expect(Object.keys(eventSources).filter((name) => !heard.has(name))).toEqual(
      [...(silent[option] ?? [])].sort(),
    );
  });

  it('members and messages as well: raw events tell of the messages that nobody knows', () => {
    const { errors, heard, warnings } = travel({ members: MemberCacheFlags.none(), messages: null });
    expect([warnings, errors]).toEqual([[], []]);
    const missing = Object.keys(eventSources).filter((name) => !heard.has(name));
    expect(missing).toEqual(['messageDelete', 'messageDeleteBulk', 'messageReactionRemoveAll']);
    const rawNames = missing.map((name) => `raw${name[0]!.toUpperCase()}${name.slice(1)}`);
    expect(rawNames.filter((name) => !heard.has(name))).toEqual([]);
  });
});
