import type { SharedCache } from '../cache/shared-cache.js';
import type { EventBus } from '../events/event-bus.js';
import type { BodyReader } from '../gateway/codec/body-reader.js';

/**
 * Readers of dispatches that only the cache looks at, so that they are written to it without being parsed.
 *
 * When somebody hears the event of one, its models need the data, and it is parsed as usual.
 */
export function textReaders(cache: SharedCache, events: EventBus): ReadonlyMap<string, BodyReader> {
  const readers = new Map<string, BodyReader>([['GUILD_CREATE', cache.guildText]]);
  const { memberKeeper } = cache;
  const keepsPresences = cache.keeps('presence') && cache.presencesAsText !== undefined;
  if (keepsPresences && !memberKeeper.usesPresences && !events.has('presenceUpdate')) {
    readers.set('PRESENCE_UPDATE', cache.presenceText);
  }
  if (memberKeeper.keepsAll && !events.has('guildMemberUpdate') && !events.has('userUpdate')) {
    readers.set('GUILD_MEMBER_UPDATE', cache.memberText);
  }
  return readers;
}
