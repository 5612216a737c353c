import type { OptionalKind } from '../cache/cache-options.js';
import type { SharedCache } from '../cache/shared-cache.js';
import type { GatewayDispatchName } from '../events/dispatch-intents.js';

/** Dispatches that keep each kind fresh. */
const dispatchesByKind: Readonly<Record<OptionalKind, readonly GatewayDispatchName[]>> = {
  channel: [
    'CHANNEL_CREATE',
    'CHANNEL_DELETE',
    'CHANNEL_INFO',
    'CHANNEL_PINS_UPDATE',
    'CHANNEL_UPDATE',
    'THREAD_CREATE',
    'THREAD_DELETE',
    'THREAD_LIST_SYNC',
    'THREAD_MEMBERS_UPDATE',
    'THREAD_MEMBER_UPDATE',
    'THREAD_UPDATE',
    'VOICE_CHANNEL_START_TIME_UPDATE',
    'VOICE_CHANNEL_STATUS_UPDATE',
  ],
  emoji: ['GUILD_EMOJIS_UPDATE'],
  presence: ['PRESENCE_UPDATE'],
  role: ['GUILD_ROLE_CREATE', 'GUILD_ROLE_DELETE', 'GUILD_ROLE_UPDATE'],
  scheduledEvent: [
    'GUILD_SCHEDULED_EVENT_CREATE',
    'GUILD_SCHEDULED_EVENT_DELETE',
    'GUILD_SCHEDULED_EVENT_UPDATE',
  ],
  sound: [
    'GUILD_SOUNDBOARD_SOUNDS_UPDATE',
    'GUILD_SOUNDBOARD_SOUND_CREATE',
    'GUILD_SOUNDBOARD_SOUND_DELETE',
    'GUILD_SOUNDBOARD_SOUND_UPDATE',
    'SOUNDBOARD_SOUNDS',
  ],
  stageInstance: ['STAGE_INSTANCE_CREATE', 'STAGE_INSTANCE_DELETE', 'STAGE_INSTANCE_UPDATE'],
  sticker: ['GUILD_STICKERS_UPDATE'],
  voiceState: ['VOICE_STATE_UPDATE'],
};

const memberDispatches = [
  'GUILD_MEMBERS_CHUNK',
  'GUILD_MEMBER_ADD',
  'GUILD_MEMBER_REMOVE',
  'GUILD_MEMBER_UPDATE',
] as const;

const messageDispatches = [
  'MESSAGE_CREATE',
  'MESSAGE_DELETE',
  'MESSAGE_DELETE_BULK',
  'MESSAGE_REACTION_ADD',
  'MESSAGE_REACTION_REMOVE',
  'MESSAGE_REACTION_REMOVE_ALL',
  'MESSAGE_REACTION_REMOVE_EMOJI',
  'MESSAGE_UPDATE',
] as const;

/** Dispatches without which what is cached would go stale. */
export function cachedDispatches(cache: SharedCache): GatewayDispatchName[] {
  const names: GatewayDispatchName[] = ['GUILD_UPDATE', ...memberDispatches];
  for (const [kind, dispatches] of Object.entries(dispatchesByKind)) {
    if (cache.keeps(kind as OptionalKind)) names.push(...dispatches);
  }
  if (cache.memberKeeper.usesVoice) names.push('VOICE_STATE_UPDATE');
  if (cache.memberKeeper.usesPresences) names.push('PRESENCE_UPDATE');
  if (cache.keepsMessages) names.push(...messageDispatches);
  return names;
}
