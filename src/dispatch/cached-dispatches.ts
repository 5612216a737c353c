import type { SharedCache } from '../cache/shared-cache.js';

/** Dispatches without which what is cached would go stale. */
export function cachedDispatches(cache: SharedCache): string[] {
  const names = ['GUILD_UPDATE'];
  if (cache.keeps('channel')) names.push(...channelDispatches);
  if (cache.keeps('role')) names.push('GUILD_ROLE_CREATE', 'GUILD_ROLE_UPDATE', 'GUILD_ROLE_DELETE');
  if (cache.keeps('voiceState') || cache.memberFlags.voice) names.push('VOICE_STATE_UPDATE');
  if (cache.keeps('presence') || cache.memberFlags.online) names.push('PRESENCE_UPDATE');
  names.push('GUILD_MEMBER_ADD', 'GUILD_MEMBER_UPDATE', 'GUILD_MEMBER_REMOVE', 'GUILD_MEMBERS_CHUNK');
  if (cache.keepsMessages) names.push(...messageDispatches);
  return names;
}

const channelDispatches = ['CHANNEL_CREATE', 'CHANNEL_DELETE', 'CHANNEL_UPDATE'] as const;

const messageDispatches = [
  'MESSAGE_CREATE',
  'MESSAGE_DELETE',
  'MESSAGE_DELETE_BULK',
  'MESSAGE_UPDATE',
] as const;
