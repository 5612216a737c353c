import type { OptionalKind } from '../cache/cache-options.js';
import type { RecordKinds } from '../models/records.js';
import type { Snowflake } from '../types/type-tools.js';
import type { DispatchContext } from './dispatch-context.js';

/** Writes a record when its kind is kept; gives the one that models should look at. */
export function keepRecord<K extends OptionalKind>(
  context: DispatchContext,
  kind: K,
  scope: Snowflake,
  id: Snowflake,
  record: RecordKinds[K],
): RecordKinds[K] {
  if (!context.cache.keeps(kind)) return record;
  const store = context.cache.store(kind);
  store.set(scope, id, record);
  return store.get(scope, id) ?? record;
}

/** Takes a record out; gives it, when it was kept. */
export function dropRecord<K extends OptionalKind>(
  context: DispatchContext,
  kind: K,
  scope: Snowflake,
  id: Snowflake,
): RecordKinds[K] | undefined {
  const store = context.cache.store(kind);
  const held = store.get(scope, id);
  if (held) store.delete(scope, id);
  return held;
}
