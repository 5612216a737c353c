import type { APIUser } from 'discord-api-types/v10';
import type { UserRecord } from '../../models/records.js';
import type { Snowflake } from '../../types/type-tools.js';

/** What a record needs of the table that it reads from. */
export interface UserRows {
  /** Number that changes whenever any row does. */
  readonly lastStamp: number;
  rowOf(id: Snowflake): number;
  stampOf(row: number): number;
  decode(row: number, id: Snowflake): APIUser;
}

/** Row of a record that has not been looked up: nothing has changed since the record was made. */
const NOT_LOOKED_UP = -2;

/**
 * Record of a packed user that decodes when it is read, and again only after a change.
 *
 * When the user leaves the cache, the record keeps what it read last.
 */
export class PackedUserRecord implements UserRecord {
  readonly id: Snowflake;
  readonly #store: UserRows;
  #row: number;
  #stamp: number;
  #user: UserRecord;

  constructor(store: UserRows, row: number, id: Snowflake, user?: UserRecord) {
    this.id = id;
    this.#store = store;
    this.#row = row;
    this.#stamp = row === NOT_LOOKED_UP ? store.lastStamp : store.stampOf(row);
    this.#user = user ?? store.decode(row, id);
  }

  /**
   * Record of a user of whom this is known to be true now, whether or not it is cached.
   *
   * Most such records are let go of before anything changes, so the row is not looked up before that.
   */
  static of(store: UserRows, user: UserRecord): PackedUserRecord {
    return new PackedUserRecord(store, NOT_LOOKED_UP, user.id, user);
  }

  get username(): string {
    return this.#read().username;
  }
  get discriminator(): string {
    return this.#read().discriminator;
  }
  get global_name(): string | null {
    return this.#read().global_name;
  }
  get avatar(): string | null {
    return this.#read().avatar;
  }
  get bot(): boolean {
    return this.#read().bot ?? false;
  }
  get system(): boolean {
    return this.#read().system ?? false;
  }
  get banner(): string | null {
    return this.#read().banner ?? null;
  }
  get accent_color(): number | null {
    return this.#read().accent_color ?? null;
  }
  get public_flags(): NonNullable<APIUser['public_flags']> {
    return this.#read().public_flags!;
  }
  get avatar_decoration_data(): NonNullable<APIUser['avatar_decoration_data']> | null {
    return this.#read().avatar_decoration_data ?? null;
  }
  get collectibles(): NonNullable<APIUser['collectibles']> | null {
    return this.#read().collectibles ?? null;
  }
  get primary_guild(): NonNullable<APIUser['primary_guild']> | null {
    return this.#read().primary_guild ?? null;
  }

  toJSON(): UserRecord {
    return this.#read();
  }

  #read(): UserRecord {
    const store = this.#store;
    if (this.#row === NOT_LOOKED_UP) {
      if (store.lastStamp === this.#stamp) return this.#user;
      this.#row = store.rowOf(this.id);
      this.#stamp = -1;
    }
    if (this.#row < 0) return this.#user;
    const stamp = store.stampOf(this.#row);
    if (stamp === this.#stamp) return this.#user;
    if (store.rowOf(this.id) === this.#row) {
      this.#user = store.decode(this.#row, this.id);
      this.#stamp = stamp;
    }
    return this.#user;
  }
}
