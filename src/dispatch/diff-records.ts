import type { RecordKinds } from '../models/records.js';
import type { Snowflake } from '../types/type-tools.js';
import type { DispatchContext } from './dispatch-context.js';

/** What changed between what is kept and a whole new list. */
export interface RecordChange<R> {
  readonly created: readonly R[];
  readonly deleted: readonly R[];
  readonly updated: readonly (readonly [before: R, after: R])[];
}

/** Puts a whole new list in the place of what is kept, and says what is different. */
export function diffRecords<
  K extends 'emoji' | 'sticker',
  R extends RecordKinds[K] & { readonly id: Snowflake },
>(context: DispatchContext, kind: K, scope: Snowflake, records: readonly R[]): RecordChange<R> {
  const store = context.cache.store(kind);
  if (!context.cache.keeps(kind)) return { created: [], deleted: [], updated: [] };
  const held = new Map([...store.values(scope)].map((record) => [record.id ?? '', record as R]));
  const created = records.filter(({ id }) => !held.has(id));
  const ids = new Set(records.map(({ id }) => id));
  const deleted = [...held.values()].filter(({ id }) => !ids.has(id));
  const updated = records.flatMap((record) => {
    const before = held.get(record.id);
    return before && !isEqual(before, record) ? [[{ ...before }, record] as const] : [];
  });
  for (const record of records) store.set(scope, record.id, record);
  for (const { id } of deleted) store.delete(scope, id);
  return { created, deleted, updated };
}

function isEqual(a: object, b: object): boolean {
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return Object.keys(second).every((key) => JSON.stringify(first[key]) === JSON.stringify(second[key]));
}
