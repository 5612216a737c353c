import type { Snowflake } from '../types/type-tools.js';
import { hashText } from '../utils/hash-text.js';

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

/** Text that stands for a dispatch: equal for copies of one event, and hardly ever for different events. */
export function printOf(name: string, data: unknown): string {
  const text = JSON.stringify(data);
  return `${name} ${text.length} ${hashText(text)}`;
}
