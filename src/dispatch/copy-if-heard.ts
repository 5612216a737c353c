import type { EventName } from '../events/event-map.js';
import type { RecordKind, RecordKinds } from '../models/records.js';
import type { Snowflake } from '../types/type-tools.js';
import type { DispatchContext } from './dispatch-context.js';

/** Record as it is before a change, copied only when somebody hears of the change. */
export function copyIfHeard<K extends RecordKind>(
  context: DispatchContext,
  event: EventName,
  kind: K,
  scope: Snowflake,
  id: Snowflake,
): RecordKinds[K] | undefined {
  return context.hears(event) ? context.cache.store(kind).copy(scope, id) : undefined;
}
