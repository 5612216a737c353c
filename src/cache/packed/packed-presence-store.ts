import type { PresenceRecord } from '../../models/records.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { CacheStore } from '../cache-store.js';
import { globalScope } from '../global-scope.js';
import { MemoryCacheStore } from '../memory-cache-store.js';
import type { Column } from '../page-memory.js';
import { grownColumn } from '../page-memory.js';
import type { PresenceText } from '../text/presence-text.js';
import { PresenceField, presenceRecord } from '../text/presence-text.js';
import { BlobArena } from './blob-arena.js';
import { BlobWriter } from './blob-writer.js';
import { PairIndex } from './pair-index.js';
import { formatSnowflake, SnowflakeBits } from './snowflake-bits.js';

/** Longest text that a page takes; a longer one is parsed. */
const LONGEST = 60_000;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const LENGTH_BYTES = 2;

/** Parts of the list, and what stands before each. */
const layout = [
  [PresenceField.status, OPEN_BRACKET],
  [PresenceField.activities, COMMA],
  [PresenceField.clientStatus, COMMA],
] as const;

/**
 * Presences in byte pages, as the JSON text in which they came, until somebody looks at one; from then on it is an object.
 *
 * A text is a list of status, activities and client status, so that nothing else of the dispatch is kept.
 */
export class PackedPresenceStore implements CacheStore<PresenceRecord> {
  readonly #records = new MemoryCacheStore<PresenceRecord>();
  readonly #index = new PairIndex();
  readonly #bits = new SnowflakeBits();
  readonly #arena = new BlobArena();
  readonly #writer = new BlobWriter();
  #addresses: Column = new Uint32Array(this.#index.capacity);

  get size(): number {
    return this.#records.size + this.#index.size;
  }

  /** Keeps all presences of a text; who is offline is forgotten. */
  putText(text: PresenceText): void {
    for (let presence = 0; presence < text.count; presence++) this.#putOne(text, presence);
  }

  get(_scope: Snowflake, id: Snowflake): PresenceRecord | undefined {
    return this.find(id);
  }

  find(id: Snowflake): PresenceRecord | undefined {
    const known = this.#records.get(globalScope, id);
    const row = known ? -1 : this.#rowOf(id);
    if (row < 0) return known;
    const record = this.#parse(row, id);
    this.#deleteRow(row);
    this.#records.set(globalScope, id, record);
    return record;
  }

  has(_scope: Snowflake, id: Snowflake): boolean {
    return this.#records.has(globalScope, id) || this.#rowOf(id) >= 0;
  }

  set(_scope: Snowflake, id: Snowflake, record: PresenceRecord): void {
    const row = this.#rowOf(id);
    if (row >= 0) this.#deleteRow(row);
    this.#records.set(globalScope, id, record);
  }

  copy(_scope: Snowflake, id: Snowflake): PresenceRecord | undefined {
    const row = this.#rowOf(id);
    return row < 0 ? this.#records.copy(globalScope, id) : this.#parse(row, id);
  }

  delete(_scope: Snowflake, id: Snowflake): boolean {
    const row = this.#rowOf(id);
    if (row >= 0) this.#deleteRow(row);
    return row >= 0 || this.#records.delete(globalScope, id);
  }

  values(): Iterable<PresenceRecord> {
    for (const row of this.#rows()) this.find(this.#idOf(row));
    return this.#records.values(globalScope);
  }

  count(): number {
    return this.size;
  }

  deleteScope(): void {
    this.clear();
  }

  clear(): void {
    for (const row of this.#rows()) this.#deleteRow(row);
    this.#records.clear();
  }

  #putOne(text: PresenceText, presence: number): void {
    const start = text.start(presence, PresenceField.userId) + 1;
    const end = text.end(presence, PresenceField.userId) - 1;
    if (!this.#bits.readBytes(text.bytes, start, end)) return;
    const { high, low } = this.#bits;
    const row = this.#index.find(high, low);
    const length = this.#encode(text, presence);
    const isRecord = length > LONGEST || (row < 0 && this.#records.size > 0);
    if (isRecord && this.#putRecord(text, presence, text.bytes.toString('latin1', start, end), length))
      return;
    if (text.isOffline(presence)) {
      if (row >= 0) this.#deleteRow(row);
    } else this.#write(row, high, low);
  }

  /** Brings a presence up to date that is an object, or too long to be anything else; whether it is one of these. */
  #putRecord(text: PresenceText, presence: number, id: Snowflake, length: number): boolean {
    if (length <= LONGEST && !this.#records.has(globalScope, id)) return false;
    if (text.isOffline(presence)) this.delete(globalScope, id);
    else this.set(globalScope, id, text.recordOf(presence, id));
    return true;
  }

  #write(row: number, high: number, low: number): void {
    if (row >= 0) {
      const address = this.#arena.replace(this.#addresses[row]!, this.#writer);
      if (address >= 0) this.#addresses[row] = address;
    } else {
      const added = this.#index.add(high, low);
      if (this.#addresses.length < this.#index.capacity)
        this.#addresses = grownColumn(this.#addresses, this.#index.capacity);
      this.#addresses[added] = this.#arena.append(this.#writer);
    }
    this.#compactIfWasteful();
  }

  /** Puts the list of a presence into the writer, its length before it; gives the length. */
  #encode(text: PresenceText, presence: number): number {
    const writer = this.#writer.reset();
    const length = text.lengthOf(presence);
    if (length > LONGEST) return length;
    writer.short(length);
    for (const [field, before] of layout) {
      writer.byte(before);
      writer.raw(text.bytes, text.start(presence, field), text.end(presence, field));
    }
    writer.byte(CLOSE_BRACKET);
    return length;
  }

  #rowOf(id: Snowflake): number {
    return this.#bits.read(id) ? this.#index.find(this.#bits.high, this.#bits.low) : -1;
  }

  #idOf(row: number): Snowflake {
    return formatSnowflake(this.#index.first[row]!, this.#index.second[row]!);
  }

  #parse(row: number, id: Snowflake): PresenceRecord {
    const address = this.#addresses[row]!;
    const page = this.#arena.pageOf(address);
    const start = this.#arena.startOf(address) + LENGTH_BYTES;
    const end = start + page.readUInt16LE(start - LENGTH_BYTES);
    return presenceRecord(id, JSON.parse(page.toString('utf8', start, end)));
  }

  #deleteRow(row: number): void {
    this.#arena.free(this.#addresses[row]!);
    this.#addresses[row] = 0;
    this.#index.remove(row);
    this.#compactIfWasteful();
  }

  *#rows(): Iterable<number> {
    for (let row = 0; row < this.#index.rowLimit; row++) if (this.#addresses[row] !== 0) yield row;
  }

  #compactIfWasteful(): void {
    if (this.#arena.isWasteful) this.#arena.compact(this.#addresses, this.#index.rowLimit);
  }
}
