import type { Buffer } from 'node:buffer';
import { CLOSE_BRACKET, COMMA, OPEN_BRACKET, skipValue } from '../../utils/json-text.js';
import { BodyText } from './body-text.js';
import { fieldsStride, memberKeys, userKeys } from './member-fields.js';
import { ObjectKeys } from './object-keys.js';

const LOWER_F = 0x66;
const LOWER_N = 0x6e;
const LOWER_T = 0x74;

/** Number of the key `user`, whose object is gone through in its turn. */
const USER = 100;
/** Number of the key that an update has besides. */
const GUILD_ID = 101;

/**
 * Members as JSON text, gone through once: where each field stands, so that members can be packed without ever
 * being objects.
 *
 * A guild's members are half a megabyte of objects that live for a millisecond. Offsets are noted only;
 * `PackedMemberStore.putText` copies from the text. What is written in another way than Discord writes it (spaces, a
 * list that is none) is not read at all, and the caller parses the list as usual.
 */
export class MemberText extends BodyText {
  /** How many members the list has. */
  count = 0;
  /** Start and end of each field of each member; 0 and 0 when it is absent, null or false. */
  fields: Int32Array = new Int32Array(fieldsStride * 64);
  readonly #memberKeys = new ObjectKeys({ ...memberKeys, guild_id: GUILD_ID, user: USER });
  readonly #userKeys = new ObjectKeys(userKeys);

  /** Reads the data of a GUILD_MEMBER_UPDATE, from `start` to `end`; `undefined` when it must be parsed as usual. */
  read(bytes: Buffer, start: number, end: number): this | undefined {
    this.clear();
    this.borrow(bytes, start, end);
    const base = this.#nextRow();
    this.count = 1;
    const isRead = this.walk(bytes, start, this.#memberKeys, base) === end;
    return isRead && this.guild_id !== undefined ? this : undefined;
  }

  /** Goes through the list whose bracket stands at `at`; the offset behind it, or -1 when it must be parsed as usual. */
  readList(bytes: Buffer, at: number): number {
    this.clear();
    this.bytes = bytes;
    const end = this.#list(bytes, at);
    if (end < 0) this.clear();
    return end;
  }

  override clear(): void {
    super.clear();
    this.count = 0;
  }

  #list(bytes: Buffer, at: number): number {
    if (bytes[at] !== OPEN_BRACKET) return -1;
    if (bytes[at + 1] === CLOSE_BRACKET) return at + 2;
    let index = at;
    do {
      const base = this.#nextRow();
      index = this.walk(bytes, index + 1, this.#memberKeys, base);
      this.count += 1;
    } while (index > 0 && bytes[index] === COMMA);
    return index > 0 && bytes[index] === CLOSE_BRACKET ? index + 1 : -1;
  }

  #nextRow(): number {
    const base = this.count * fieldsStride;
    if (base === this.fields.length) {
      const grown = new Int32Array(base * 2);
      grown.set(this.fields);
      this.fields = grown;
    }
    this.fields.fill(0, base, base + fieldsStride);
    return base;
  }

  protected override value(bytes: Buffer, at: number, field: number, base: number): number {
    const first = bytes[at];
    if (first === LOWER_N) return at + 4;
    if (first === LOWER_F) return at + 5;
    if (field === USER) return this.walk(bytes, at, this.#userKeys, base);
    const end = first === LOWER_T ? at + 4 : skipValue(bytes, at);
    if (field === GUILD_ID) this.noteGuild(at + 1, end - 1);
    else if (end > 0 && field >= 0) {
      this.fields[base + field * 2] = at;
      this.fields[base + field * 2 + 1] = end;
    }
    return end;
  }
}
