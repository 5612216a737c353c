import type { MemberRecord, UserRecord } from '../../models/records.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { MemberFields } from './member-codec.js';

/** What a record needs of the table that it reads from. */
export interface MemberRows {
  rowOf(guildId: Snowflake, userId: Snowflake): number;
  stampOf(row: number): number;
  decode(row: number): MemberFields;
}

/**
 * Record of a packed member that decodes when it is read, and again only after a change.
 *
 * When the member leaves the cache, the record keeps what it read last.
 */
export class PackedMemberRecord implements MemberRecord {
  readonly user: UserRecord;
  readonly #guildId: Snowflake;
  readonly #store: MemberRows;
  readonly #row: number;
  #stamp: number;
  #member: MemberFields;

  constructor(store: MemberRows, row: number, guildId: Snowflake, user: UserRecord) {
    this.user = user;
    this.#guildId = guildId;
    this.#store = store;
    this.#row = row;
    this.#stamp = store.stampOf(row);
    this.#member = store.decode(row);
  }

  get nick(): string | null {
    return this.#read().nick ?? null;
  }
  get avatar(): string | null {
    return this.#read().avatar ?? null;
  }
  get banner(): string | null {
    return this.#read().banner ?? null;
  }
  get roles(): Snowflake[] {
    return this.#read().roles;
  }
  get joined_at(): string | null {
    return this.#read().joined_at;
  }
  get premium_since(): string | null {
    return this.#read().premium_since ?? null;
  }
  get deaf(): boolean {
    return this.#read().deaf;
  }
  get mute(): boolean {
    return this.#read().mute;
  }
  get flags(): MemberFields['flags'] {
    return this.#read().flags;
  }
  get pending(): boolean {
    return this.#read().pending ?? false;
  }
  get communication_disabled_until(): string | null {
    return this.#read().communication_disabled_until ?? null;
  }
  get avatar_decoration_data(): NonNullable<MemberFields['avatar_decoration_data']> | null {
    return this.#read().avatar_decoration_data ?? null;
  }
  get collectibles(): NonNullable<MemberFields['collectibles']> | null {
    return this.#read().collectibles ?? null;
  }

  toJSON(): MemberFields & { user: UserRecord } {
    return { ...this.#read(), user: this.user };
  }

  #read(): MemberFields {
    const stamp = this.#store.stampOf(this.#row);
    if (stamp === this.#stamp) return this.#member;
    if (this.#store.rowOf(this.#guildId, this.user.id) === this.#row) {
      this.#member = this.#store.decode(this.#row);
      this.#stamp = stamp;
    }
    return this.#member;
  }
}
