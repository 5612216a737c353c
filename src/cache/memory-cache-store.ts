import type { Snowflake } from '../types/type-tools.js';
import type { CacheStore } from './cache-store.js';
import { overwriteRecord } from './overwrite-record.js';

/** Options of a `MemoryCacheStore`. */
export interface MemoryCacheStoreOptions {
  /** Keeps a second map by id alone, so that `find` does not search all scopes. @defaultValue false */
  readonly indexed?: boolean;
}

/** Records as objects in maps, one map per scope, made when the scope gets its first record. */
export class MemoryCacheStore<R extends object> implements CacheStore<R> {
  readonly #scopes = new Map<Snowflake, Map<Snowflake, R>>();
  readonly #byId: Map<Snowflake, R> | undefined;
  #size = 0;

  constructor(options: MemoryCacheStoreOptions = {}) {
    this.#byId = options.indexed ? new Map() : undefined;
  }

  get size(): number {
    return this.#size;
  }

  get(scope: Snowflake, id: Snowflake): R | undefined {
    return this.#scopes.get(scope)?.get(id);
  }

  find(id: Snowflake): R | undefined {
    if (this.#byId) return this.#byId.get(id);
    for (const records of this.#scopes.values()) {
      const record = records.get(id);
      if (record) return record;
    }
    return undefined;
  }

  /** Whether there is a record. */
  has(scope: Snowflake, id: Snowflake): boolean {
    return this.#scopes.get(scope)?.has(id) ?? false;
  }

  set(scope: Snowflake, id: Snowflake, record: R): void {
    const records = this.#scopes.get(scope) ?? this.#open(scope);
    const existing = records.get(id);
    if (existing === record) return;
    if (existing) {
      overwriteRecord(existing, record);
      return;
    }
    records.set(id, record);
    this.#byId?.set(id, record);
    this.#size += 1;
  }

  copy(scope: Snowflake, id: Snowflake): R | undefined {
    const record = this.get(scope, id);
    return record && { ...record };
  }

  /** Removes a record; says whether there was one. */
  delete(scope: Snowflake, id: Snowflake): boolean {
    const records = this.#scopes.get(scope);
    if (!records?.delete(id)) return false;
    this.#byId?.delete(id);
    this.#size -= 1;
    if (records.size === 0) this.#scopes.delete(scope);
    return true;
  }

  values(scope: Snowflake): Iterable<R> {
    return this.#scopes.get(scope)?.values() ?? [];
  }

  count(scope: Snowflake): number {
    return this.#scopes.get(scope)?.size ?? 0;
  }

  /** Removes all records of a scope. */
  deleteScope(scope: Snowflake): void {
    const records = this.#scopes.get(scope);
    if (!records) return;
    if (this.#byId) for (const id of records.keys()) this.#byId.delete(id);
    this.#size -= records.size;
    this.#scopes.delete(scope);
  }

  /** Removes all records. */
  clear(): void {
    this.#scopes.clear();
    this.#byId?.clear();
    this.#size = 0;
  }

  #open(scope: Snowflake): Map<Snowflake, R> {
    const records = new Map<Snowflake, R>();
    this.#scopes.set(scope, records);
    return records;
  }
}
