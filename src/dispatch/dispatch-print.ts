import type { Snowflake } from '../types/type-tools.js';

/** Dispatches that concern one bot alone, or of which each bot needs its own. */
const ownDispatches: ReadonlySet<string> = new Set([
  'APPLICATION_COMMAND_PERMISSIONS_UPDATE',
  'CHANNEL_INFO',
  'ENTITLEMENT_CREATE',
  'ENTITLEMENT_DELETE',
  'ENTITLEMENT_UPDATE',
  'GUILD_CREATE',
  'GUILD_DELETE',
  'GUILD_MEMBERS_CHUNK',
  'INTERACTION_CREATE',
  'MESSAGE_CREATE',
  'RATE_LIMITED',
  'READY',
  'RESUMED',
  'SOUNDBOARD_SOUNDS',
  'THREAD_LIST_SYNC',
  'THREAD_MEMBER_UPDATE',
  'USER_UPDATE',
  'VOICE_SERVER_UPDATE',
]);

/** Guild that a dispatch is about, when other bots may receive a copy of it. */
export function sharedGuildOf(name: string, data: unknown): Snowflake | undefined {
  if (ownDispatches.has(name) || typeof data !== 'object' || data === null) return undefined;
  const { guild_id: guildId, id } = data as { readonly guild_id?: unknown; readonly id?: unknown };
  const found = name === 'GUILD_UPDATE' ? id : guildId;
  return typeof found === 'string' ? found : undefined;
}

/** Whether copies of a dispatch are the same for every bot, byte for byte. */
export function isSameForAll(name: string): boolean {
  return name === 'MESSAGE_CREATE' || !ownDispatches.has(name);
}
