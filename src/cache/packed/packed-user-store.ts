import type { APIUser } from 'discord-api-types/v10';
import type { UserRecord } from '../../models/records.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { CacheStore } from '../cache-store.js';
import type { Column } from '../page-memory.js';
import { grownColumn } from '../page-memory.js';
import type { FieldText } from '../text/field-text.js';
import { UserField } from '../text/member-fields.js';
import { BlobArena } from './blob-arena.js';
import { BlobReader } from './blob-reader.js';
import { BlobWriter } from './blob-writer.js';
import { PackedUserRecord } from './packed-user-record.js';
import { PairIndex } from './pair-index.js';
import { SharedValues } from './shared-values.js';
import { formatSnowflake, SnowflakeBits } from './snowflake-bits.js';
import { decodeUser, encodeUser, encodeUserText } from './user-codec.js';

/**
 * Users in columns and byte pages, without one object per user: about 60 bytes each with name and avatar.
 *
 * A row is used again after its user is deleted; each change stamps the row with a number never used before, by which a
 * held record knows that what it read is old, or that its row is not its own any more.
 */
export class PackedUserStore implements CacheStore<UserRecord> {
  readonly #index = new PairIndex();
  readonly #bits = new SnowflakeBits();
  readonly #arena = new BlobArena();
  readonly #writer = new BlobWriter();
  readonly #shared = new SharedValues();
  #addresses: Column = new Uint32Array(this.#index.capacity);
  #stamps: Column = new Uint32Array(this.#index.capacity);
  #lastStamp = 0;

  get size(): number {
    return this.#index.size;
  }

  /** Number that changes whenever any row does. */
  get lastStamp(): number {
    return this.#lastStamp;
  }

  /** Row of a user, or -1; good until that user is deleted. */
  rowOf(id: Snowflake): number {
    return this.#bits.read(id) ? this.#index.find(this.#bits.high, this.#bits.low) : -1;
  }

  idOf(row: number): Snowflake {
    return formatSnowflake(this.#index.first[row]!, this.#index.second[row]!);
  }

  /** Number that changes whenever the row does. */
  stampOf(row: number): number {
    return this.#stamps[row]!;
  }

  /** Writes a user and returns its row; -1 when its id is no id. */
  put(user: UserRecord): number {
    if (!this.#bits.read(user.id)) return -1;
    encodeUser(user, this.#writer.reset(), this.#shared);
    const row = this.#index.findOrAdd(this.#bits.high, this.#bits.low);
    return row >= 0 ? this.#replace(row) : this.#fill(~row);
  }

  /** Writes the user of a member in a text and returns its row; -1 when its id is no id. */
  putText(user: FieldText): number {
    const { bytes } = user.text;
    if (!this.#bits.readBytes(bytes, user.start(UserField.id) + 1, user.end(UserField.id) - 1)) return -1;
    encodeUserText(user, this.#writer.reset(), this.#shared);
    const row = this.#index.findOrAdd(this.#bits.high, this.#bits.low);
    return row >= 0 ? this.#replace(row) : this.#fill(~row);
  }

  /** Whole record of a row as it is now. */
  decode(row: number, id: Snowflake): APIUser {
    const address = this.#addresses[row]!;
    return decodeUser(
      id,
      new BlobReader(this.#arena.pageOf(address), this.#arena.startOf(address)),
      this.#shared,
    );
  }

  get(_scope: Snowflake, id: Snowflake): UserRecord | undefined {
    return this.find(id);
  }

  find(id: Snowflake): UserRecord | undefined {
    const row = this.rowOf(id);
    return row < 0 ? undefined : new PackedUserRecord(this, row, id);
  }

  /** Writes the user of a row; its record, of which nothing need be decoded. */
  refresh(row: number, user: UserRecord): UserRecord {
    encodeUser(user, this.#writer.reset(), this.#shared);
    this.#replace(row);
    return new PackedUserRecord(this, row, user.id, user);
  }

  /** Record of a user of whom this is known to be true now. */
  recordWith(user: UserRecord): UserRecord {
    return PackedUserRecord.of(this, user);
  }

  /** Record of a row that is in use. */
  recordOf(row: number): UserRecord {
    return new PackedUserRecord(this, row, this.idOf(row));
  }

  has(_scope: Snowflake, id: Snowflake): boolean {
    return this.rowOf(id) >= 0;
  }

  set(_scope: Snowflake, _id: Snowflake, record: UserRecord): void {
    this.put(record);
  }

  copy(_scope: Snowflake, id: Snowflake): UserRecord | undefined {
    const row = this.rowOf(id);
    return row < 0 ? undefined : this.decode(row, id);
  }

  delete(_scope: Snowflake, id: Snowflake): boolean {
    const row = this.rowOf(id);
    if (row >= 0) this.deleteRow(row);
    return row >= 0;
  }

  deleteRow(row: number): void {
    this.#arena.free(this.#addresses[row]!);
    this.#addresses[row] = 0;
    this.#stamps[row] = this.#nextStamp();
    this.#index.remove(row);
    if (this.#arena.isWasteful) this.#arena.compact(this.#addresses, this.#index.rowLimit);
  }

  *values(): Iterable<UserRecord> {
    for (let row = 0; row < this.#index.rowLimit; row++) {
      if (this.#addresses[row] !== 0) yield this.recordOf(row);
    }
  }

  count(): number {
    return this.size;
  }

  deleteScope(): void {
    this.clear();
  }

  clear(): void {
    for (let row = 0; row < this.#index.rowLimit; row++) if (this.#addresses[row] !== 0) this.deleteRow(row);
  }

  #fill(row: number): number {
    if (this.#addresses.length < this.#index.capacity) this.#growColumns();
    this.#addresses[row] = this.#arena.append(this.#writer);
    this.#stamps[row] = this.#nextStamp();
    return row;
  }

  #replace(row: number): number {
    const address = this.#arena.replace(this.#addresses[row]!, this.#writer);
    if (address < 0) return row;
    this.#addresses[row] = address;
    this.#stamps[row] = this.#nextStamp();
    if (this.#arena.isWasteful) this.#arena.compact(this.#addresses, this.#index.rowLimit);
    return row;
  }

  #growColumns(): void {
    this.#addresses = grownColumn(this.#addresses, this.#index.capacity);
    this.#stamps = grownColumn(this.#stamps, this.#index.capacity);
  }

  #nextStamp(): number {
    this.#lastStamp = (this.#lastStamp + 1) >>> 0;
    return this.#lastStamp;
  }
}
