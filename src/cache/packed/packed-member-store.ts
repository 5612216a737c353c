import type { MemberRecord, UserRecord } from '../../models/records.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { CacheStore } from '../cache-store.js';
import type { Column } from '../page-memory.js';
import { grownColumn } from '../page-memory.js';
import { FieldText } from '../text/field-text.js';
import type { MemberText } from '../text/member-text.js';
import { BlobArena } from './blob-arena.js';
import { BlobReader } from './blob-reader.js';
import { BlobWriter } from './blob-writer.js';
import type { MemberFields } from './member-codec.js';
import { decodeMember, encodeMember, encodeMemberText } from './member-codec.js';
import { PackedMemberRecord } from './packed-member-record.js';
import type { PackedUserStore } from './packed-user-store.js';
import { PairIndex } from './pair-index.js';
import { ProfileLinks } from './profile-links.js';
import { SharedValues } from './shared-values.js';
import { SnowflakePool } from './snowflake-pool.js';

/**
 * Members of all guilds in columns and byte pages: about 50 bytes each, the user apart.
 *
 * A member is a pair of a guild's number and a user's row. Rows of one guild are a chain, rows of one user another, so
 * the members of a guild and the guilds of a user are found without searching. A user is kept as long as it is a
 * member somewhere, or pinned.
 */
export class PackedMemberStore implements CacheStore<MemberRecord> {
  readonly users: PackedUserStore;
  readonly #guilds = new SnowflakePool();
  readonly #tables = { roles: new SnowflakePool(), shared: new SharedValues() };
  readonly #index = new PairIndex();
  readonly #links = new ProfileLinks();
  readonly #arena = new BlobArena();
  readonly #writer = new BlobWriter();
  readonly #pinnedUsers = new Set<Snowflake>();
  #addresses: Column = new Uint32Array(this.#index.capacity);
  #stamps: Column = new Uint32Array(this.#index.capacity);
  #lastStamp = 0;

  constructor(users: PackedUserStore) {
    this.users = users;
  }

  get size(): number {
    return this.#index.size;
  }

  /** Keeps a user in the cache though it may be a member nowhere: the bot itself, a recipient of direct messages. */
  pinUser(user: UserRecord): void {
    this.#pinnedUsers.add(user.id);
    this.users.put(user);
  }

  isPinned(userId: Snowflake): boolean {
    return this.#pinnedUsers.has(userId);
  }

  /** Row of a member, or -1; good until that member is deleted. */
  rowOf(guildId: Snowflake, userId: Snowflake): number {
    const userRow = this.users.rowOf(userId);
    if (userRow < 0) return -1;
    const guild = this.#guilds.find(guildId);
    return guild < 0 ? -1 : this.#index.find(guild, userRow);
  }

  stampOf(row: number): number {
    return this.#stamps[row]!;
  }

  /** Writes a member and its user; returns the member's row, -1 when an id is no id. */
  put(guildId: Snowflake, user: UserRecord, member: Partial<MemberFields>): number {
    const guild = this.#guilds.numberOf(guildId);
    const userRow = guild < 0 ? -1 : this.users.put(user);
    if (userRow < 0) return -1;
    encodeMember(member, this.#writer.reset(), this.#tables);
    return this.#write(guild, userRow);
  }

  /** Writes all members of a text, and their users. */
  putText(guildId: Snowflake, text: MemberText): void {
    const guild = this.#guilds.numberOf(guildId);
    if (guild < 0) return;
    const member = new FieldText(text);
    for (let number = 0; number < text.count; number++) {
      member.moveTo(number);
      const userRow = this.users.putText(member);
      if (userRow < 0) continue;
      encodeMemberText(member, this.#writer.reset(), this.#tables);
      this.#write(guild, userRow);
    }
  }

  /** Brings a cached member and its user up to date; gives the user's record, `undefined` when it is not cached. */
  refresh(guildId: Snowflake, user: UserRecord, member: Partial<MemberFields>): UserRecord | undefined {
    const userRow = this.users.rowOf(user.id);
    if (userRow < 0) return undefined;
    const guild = this.#guilds.find(guildId);
    const row = guild < 0 ? -1 : this.#index.find(guild, userRow);
    if (row < 0) return undefined;
    encodeMember(member, this.#writer.reset(), this.#tables);
    this.#replace(row);
    return this.users.refresh(userRow, user);
  }

  decode(row: number): MemberFields {
    const address = this.#addresses[row]!;
    return decodeMember(
      new BlobReader(this.#arena.pageOf(address), this.#arena.startOf(address)),
      this.#tables,
    );
  }

  get(guildId: Snowflake, userId: Snowflake): MemberRecord | undefined {
    const row = this.rowOf(guildId, userId);
    return row < 0 ? undefined : this.#recordOf(row, guildId);
  }

  find(userId: Snowflake): MemberRecord | undefined {
    for (const guildId of this.guildsOf(userId)) return this.get(guildId, userId);
    return undefined;
  }

  has(guildId: Snowflake, userId: Snowflake): boolean {
    return this.rowOf(guildId, userId) >= 0;
  }

  set(guildId: Snowflake, _userId: Snowflake, record: MemberRecord): void {
    this.put(guildId, record.user, record);
  }

  copy(guildId: Snowflake, userId: Snowflake): MemberRecord | undefined {
    const row = this.rowOf(guildId, userId);
    if (row < 0) return undefined;
    return { ...this.decode(row), user: this.users.decode(this.#index.second[row]!, userId) };
  }

  delete(guildId: Snowflake, userId: Snowflake): boolean {
    const row = this.rowOf(guildId, userId);
    if (row >= 0) this.#deleteRow(row);
    return row >= 0;
  }

  *values(guildId: Snowflake): Iterable<MemberRecord> {
    const guild = this.#guilds.find(guildId);
    for (let row = this.#links.firstOfGuild(guild); row >= 0; row = this.#links.nextInGuild(row)) {
      yield this.#recordOf(row, guildId);
    }
  }

  count(guildId: Snowflake): number {
    return this.#links.countOfGuild(this.#guilds.find(guildId));
  }

  /** Ids of the guilds in which the user is a cached member. */
  guildsOf(userId: Snowflake): Snowflake[] {
    const guildIds: Snowflake[] = [];
    const userRow = this.users.rowOf(userId);
    if (userRow < 0) return guildIds;
    for (let row = this.#links.firstOfUser(userRow); row >= 0; row = this.#links.nextOfUser(row)) {
      guildIds.push(this.#guilds.idOf(this.#index.first[row]!));
    }
    return guildIds;
  }

  deleteScope(guildId: Snowflake): void {
    const guild = this.#guilds.find(guildId);
    for (let row = this.#links.firstOfGuild(guild); row >= 0; row = this.#links.firstOfGuild(guild)) {
      this.#deleteRow(row);
    }
  }

  clear(): void {
    for (let row = 0; row < this.#index.rowLimit; row++) if (this.#addresses[row] !== 0) this.#deleteRow(row);
  }

  #recordOf(row: number, guildId: Snowflake): MemberRecord {
    return new PackedMemberRecord(this, row, guildId, this.users.recordOf(this.#index.second[row]!));
  }

  #write(guild: number, userRow: number): number {
    const row = this.#index.findOrAdd(guild, userRow);
    return row >= 0 ? this.#replace(row) : this.#fill(~row, guild, userRow);
  }

  #fill(row: number, guild: number, userRow: number): number {
    if (this.#addresses.length < this.#index.capacity) this.#growColumns();
    this.#addresses[row] = this.#arena.append(this.#writer);
    this.#stamps[row] = this.#nextStamp();
    this.#links.link(row, guild, userRow);
    return row;
  }

  #replace(row: number): number {
    const address = this.#arena.replace(this.#addresses[row]!, this.#writer);
    if (address < 0) return row;
    this.#addresses[row] = address;
    this.#stamps[row] = this.#nextStamp();
    this.#compactIfWasteful();
    return row;
  }

  #deleteRow(row: number): void {
    const userRow = this.#index.second[row]!;
    this.#links.unlink(row, this.#index.first[row]!, userRow);
    this.#arena.free(this.#addresses[row]!);
    this.#addresses[row] = 0;
    this.#stamps[row] = this.#nextStamp();
    this.#index.remove(row);
    this.#compactIfWasteful();
    const isUserLost =
      this.#links.firstOfUser(userRow) < 0 && !this.#pinnedUsers.has(this.users.idOf(userRow));
    if (isUserLost) this.users.deleteRow(userRow);
  }

  #compactIfWasteful(): void {
    if (this.#arena.isWasteful) this.#arena.compact(this.#addresses, this.#index.rowLimit);
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
