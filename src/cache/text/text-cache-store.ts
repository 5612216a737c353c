/**
 * Channels, roles and the like, kept as the JSON text in which their guild came until somebody looks at one.
 *
 * A bot in a thousand guilds looks at few of their forty thousand channels and roles. As objects, each would take half a
 * kilobyte of the heap and be copied twice by the garbage collector; as text they lie outside of it. What was looked at
 * or changed is an object from then on, with the identity that a held record needs.
 */
import type { Snowflake } from '../../types/type-tools.js';
import type { CacheStore } from '../cache-store.js';
import { MemoryCacheStore } from '../memory-cache-store.js';
import { PairIndex } from '../packed/pair-index.js';
import { SnowflakeBits } from '../packed/snowflake-bits.js';
import type { RecordList } from './record-list.js';
import { TextSlabs } from './text-slabs.js';
import { UnreadScope } from './unread-scope.js';

/** Options of a `TextCacheStore`. */
export interface TextCacheStoreOptions<R> {
  /** Keeps an index by id alone, so that `find` does not search all scopes. @defaultValue false */
  readonly indexed?: boolean;
  /** Adds to a record that was read what its text leaves out. */
  readonly complete?: (record: R, scope: Snowflake) => void;
}

/** Records that are text until they are looked at. */
export class TextCacheStore<R extends object> implements CacheStore<R> {
  readonly #records: MemoryCacheStore<R>;
  readonly #unread = new Map<Snowflake, UnreadScope>();
  /** Which scope an unread record is in, by its id; rows of `#index` number `#scopes`. */
  readonly #index: PairIndex | undefined;
  readonly #scopes: Snowflake[] = [];
  readonly #slabs = new TextSlabs();
  readonly #bits = new SnowflakeBits();
  readonly #complete: TextCacheStoreOptions<R>['complete'];
  #unreadCount = 0;

  constructor(options: TextCacheStoreOptions<R> = {}) {
    this.#records = new MemoryCacheStore<R>({ indexed: options.indexed ?? false });
    this.#index = options.indexed ? new PairIndex() : undefined;
    this.#complete = options.complete;
  }

  get size(): number {
    return this.#records.size + this.#unreadCount;
  }

  /** Makes a scope hold exactly the records of a list; those that are objects already keep their identity. */
  putText(scope: Snowflake, list: RecordList): void {
    this.#forgetUnread(scope);
    const held = [...this.#records.values(scope)] as (R & { readonly id: Snowflake })[];
    const odd = new Map<Snowflake, R>();
    const unread = new UnreadScope(list, this.#slabs, (text) => this.#addOdd(odd, text));
    if (unread.length > 0) this.#unread.set(scope, unread);
    this.#unreadCount += unread.remaining;
    if (this.#index) this.#addToIndex(this.#index, scope, unread);
    for (const { id } of held) {
      const newer = this.#take(scope, id);
      if (newer) this.#records.set(scope, id, newer);
      else if (!odd.has(id)) this.#records.delete(scope, id);
    }
    for (const [id, record] of odd) this.#records.set(scope, id, record);
  }

  get(scope: Snowflake, id: Snowflake): R | undefined {
    return this.#records.get(scope, id) ?? this.#read(scope, id);
  }

  find(id: Snowflake): R | undefined {
    const record = this.#records.find(id);
    if (record || this.#unreadCount === 0 || !this.#bits.read(id)) return record;
    const { high, low } = this.#bits;
    const scope = this.#scopeOf(high, low);
    return scope === undefined ? undefined : this.#read(scope, id);
  }

  has(scope: Snowflake, id: Snowflake): boolean {
    return this.#records.has(scope, id) || this.#numberOf(this.#unread.get(scope), id) >= 0;
  }

  set(scope: Snowflake, id: Snowflake, record: R): void {
    this.#skip(scope, id);
    this.#records.set(scope, id, record);
  }

  copy(scope: Snowflake, id: Snowflake): R | undefined {
    const unread = this.#unread.get(scope);
    const number = this.#numberOf(unread, id);
    return number < 0 ? this.#records.copy(scope, id) : this.#parse(scope, unread!, number);
  }

  delete(scope: Snowflake, id: Snowflake): boolean {
    return this.#skip(scope, id) || this.#records.delete(scope, id);
  }

  values(scope: Snowflake): Iterable<R> {
    this.#readAll(scope);
    return this.#records.values(scope);
  }

  count(scope: Snowflake): number {
    return this.#records.count(scope) + (this.#unread.get(scope)?.remaining ?? 0);
  }

  deleteScope(scope: Snowflake): void {
    this.#forgetUnread(scope);
    this.#records.deleteScope(scope);
  }

  clear(): void {
    for (const scope of [...this.#unread.keys()]) this.#forgetUnread(scope);
    this.#records.clear();
  }

  #addOdd(odd: Map<Snowflake, R>, text: string): void {
    const record = JSON.parse(text) as R & { readonly id: Snowflake };
    odd.set(record.id, record);
  }

  #addToIndex(index: PairIndex, scope: Snowflake, unread: UnreadScope): void {
    for (let number = 0; number < unread.length; number++) {
      const row = index.findOrAdd(unread.highOf(number), unread.lowOf(number));
      this.#scopes[row < 0 ? ~row : row] = scope;
    }
  }

  #scopeOf(high: number, low: number): Snowflake | undefined {
    if (this.#index) {
      const row = this.#index.find(high, low);
      return row < 0 ? undefined : this.#scopes[row];
    }
    for (const [scope, unread] of this.#unread) if (unread.find(high, low) >= 0) return scope;
    return undefined;
  }

  /** Number of an unread record in its scope, or -1. */
  #numberOf(unread: UnreadScope | undefined, id: Snowflake): number {
    return unread && this.#bits.read(id) ? unread.find(this.#bits.high, this.#bits.low) : -1;
  }

  /** Makes an object of an unread record. */
  #read(scope: Snowflake, id: Snowflake): R | undefined {
    const record = this.#take(scope, id);
    if (record) this.#records.set(scope, id, record);
    return record;
  }

  /** Parses an unread record, which stays unread no longer. */
  #take(scope: Snowflake, id: Snowflake): R | undefined {
    const unread = this.#unread.get(scope);
    const number = this.#numberOf(unread, id);
    if (unread === undefined || number < 0) return undefined;
    const record = this.#parse(scope, unread, number);
    this.#markTaken(unread, number);
    return record;
  }

  /** Forgets the text of a record; whether there was one. */
  #skip(scope: Snowflake, id: Snowflake): boolean {
    const unread = this.#unread.get(scope);
    const number = this.#numberOf(unread, id);
    if (unread && number >= 0) this.#markTaken(unread, number);
    return number >= 0;
  }

  #parse(scope: Snowflake, unread: UnreadScope, number: number): R {
    const record = unread.parse(number) as R;
    this.#complete?.(record, scope);
    return record;
  }

  #markTaken(unread: UnreadScope, number: number): void {
    this.#removeFromIndex(unread, number);
    unread.take(number);
    this.#unreadCount -= 1;
  }

  #removeFromIndex(unread: UnreadScope, number: number): void {
    const row = this.#index?.find(unread.highOf(number), unread.lowOf(number)) ?? -1;
    if (row >= 0) this.#index!.remove(row);
  }

  /** Makes objects of all records of a scope, in the order in which they came; later ones follow. */
  #readAll(scope: Snowflake): void {
    const unread = this.#unread.get(scope);
    if (!unread) return;
    const ordered = new Map<Snowflake, R>();
    for (let number = 0; number < unread.length; number++) {
      const id = unread.idOf(number);
      const record = unread.isTaken(number)
        ? this.#records.get(scope, id)
        : this.#parse(scope, unread, number);
      if (record) ordered.set(id, record);
    }
    this.#forgetUnread(scope);
    const later = [...this.#records.values(scope)] as (R & { readonly id: Snowflake })[];
    for (const record of later) if (!ordered.has(record.id)) ordered.set(record.id, record);
    this.#records.deleteScope(scope);
    for (const [id, record] of ordered) this.#records.set(scope, id, record);
  }

  #forgetUnread(scope: Snowflake): void {
    const unread = this.#unread.get(scope);
    if (!unread) return;
    for (let number = 0; number < unread.length; number++) {
      if (!unread.isTaken(number)) this.#removeFromIndex(unread, number);
    }
    this.#unreadCount -= unread.remaining;
    this.#unread.delete(scope);
  }
}
