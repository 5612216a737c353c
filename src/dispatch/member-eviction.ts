import { globalScope } from '../cache/shared-cache.js';
import type { Snowflake } from '../types/type-tools.js';
import type { DispatchContext } from './dispatch-context.js';

/** Forgets a member for whom no reason to keep it is left; the bot itself always stays. */
export function evictIfUnwanted(context: DispatchContext, guildId: Snowflake, userId: Snowflake): void {
  const { members, memberFlags, presences, voiceStates } = context.cache;
  if (memberFlags.joined || context.cache.isOwnId(userId)) return;
  const isInVoice = memberFlags.voice && voiceStates.has(guildId, userId);
  const status = presences.get(globalScope, userId)?.status ?? 'offline';
  const isOnline = memberFlags.online && status !== 'offline';
  if (!isInVoice && !isOnline) members.delete(guildId, userId);
}
