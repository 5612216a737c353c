import type { Buffer } from 'node:buffer';
import type { PresenceRecord } from '../../models/records.js';
import type { Snowflake } from '../../types/type-tools.js';
import { CLOSE_BRACKET, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE, skipValue } from '../../utils/json-text.js';
import { BodyText } from './body-text.js';
import { ObjectKeys } from './object-keys.js';

/** What of a presence is noted; start and end of each stand side by side. */
export const PresenceField = { userId: 0, status: 1, activities: 2, clientStatus: 3 } as const;

const USER = 10;
const GUILD_ID = 11;
const USERNAME = 12;
const STRIDE = 8;
const OFFLINE_LENGTH = '"offline"'.length;
const LOWER_F = 0x66;
const LOWER_O = 0x6f;

/**
 * Presences as JSON text, gone through once: where the parts stand that are kept.
 *
 * They are the most frequent of all dispatches and hardly ever looked at. One that brings news of its user, besides, is
 * left to be parsed.
 */
export class PresenceText extends BodyText {
  /** How many presences there are. */
  count = 0;
  #table = new Int32Array(STRIDE * 64);
  readonly #keys = new ObjectKeys({
    user: USER,
    status: PresenceField.status,
    activities: PresenceField.activities,
    client_status: PresenceField.clientStatus,
    guild_id: GUILD_ID,
  });
  readonly #userKeys = new ObjectKeys({ id: PresenceField.userId, username: USERNAME });

  /** Reads the data of a PRESENCE_UPDATE, from `start` to `end`; `undefined` when it must be parsed as usual. */
  read(bytes: Buffer, start: number, end: number): this | undefined {
    this.clear();
    this.borrow(bytes, start, end);
    return this.#presence(bytes, start) === end && this.#isWhole(0) ? this : undefined;
  }

  /** Goes through the list whose bracket stands at `at`; the offset behind it, or -1 when it must be parsed as usual. */
  readList(bytes: Buffer, at: number): number {
    this.clear();
    this.bytes = bytes;
    if (bytes[at] !== OPEN_BRACKET) return -1;
    if (bytes[at + 1] === CLOSE_BRACKET) return at + 2;
    let index = at;
    do {
      index = this.#presence(bytes, index + 1);
      if (index < 0 || !this.#isWhole(this.count - 1)) return -1;
    } while (bytes[index] === COMMA);
    return bytes[index] === CLOSE_BRACKET ? index + 1 : -1;
  }

  start(presence: number, field: number): number {
    return this.#table[presence * STRIDE + field * 2]!;
  }

  end(presence: number, field: number): number {
    return this.#table[presence * STRIDE + field * 2 + 1]!;
  }

  /** Length of a presence written as a list of status, activities and client status. */
  lengthOf(presence: number): number {
    let length = 4;
    for (let field = 1; field < STRIDE / 2; field++)
      length += this.end(presence, field) - this.start(presence, field);
    return length;
  }

  /** Parses a presence. */
  recordOf(presence: number, id: Snowflake): PresenceRecord {
    const parts = [1, 2, 3].map((field) =>
      JSON.parse(this.bytes.toString('utf8', this.start(presence, field), this.end(presence, field))),
    );
    return presenceRecord(id, parts);
  }

  /** Whether somebody went offline, and so has no presence to keep. */
  isOffline(presence: number): boolean {
    const start = this.start(presence, PresenceField.status);
    // "offline" is the only status of its length that begins with o and f.
    const isLong = this.end(presence, PresenceField.status) - start === OFFLINE_LENGTH;
    return isLong && this.bytes[start + 1] === LOWER_O && this.bytes[start + 2] === LOWER_F;
  }

  override clear(): void {
    super.clear();
    this.count = 0;
  }

  /** Whether all is there, and is what it should be. */
  #isWhole(presence: number): boolean {
    const opensWith = (field: number, byte: number): boolean =>
      this.bytes[this.start(presence, field)] === byte;
    const { activities, clientStatus, status, userId } = PresenceField;
    return (
      this.start(presence, userId) !== 0 &&
      opensWith(status, QUOTE) &&
      opensWith(activities, OPEN_BRACKET) &&
      opensWith(clientStatus, OPEN_BRACE)
    );
  }

  #presence(bytes: Buffer, at: number): number {
    const base = this.count * STRIDE;
    if (base === this.#table.length) {
      const grown = new Int32Array(base * 2);
      grown.set(this.#table);
      this.#table = grown;
    }
    this.#table.fill(0, base, base + STRIDE);
    this.count += 1;
    return this.walk(bytes, at, this.#keys, base);
  }

  protected override value(bytes: Buffer, at: number, field: number, base: number): number {
    if (field === USERNAME) return -1;
    if (field === USER) return this.walk(bytes, at, this.#userKeys, base);
    const end = skipValue(bytes, at);
    if (end < 0 || field < 0) return end;
    if (field === GUILD_ID) this.noteGuild(at + 1, end - 1);
    else {
      this.#table[base + field * 2] = at;
      this.#table[base + field * 2 + 1] = end;
    }
    return end;
  }
}

/** Record of a user's presence, from a list of status, activities and client status. */
export function presenceRecord(id: Snowflake, parts: unknown): PresenceRecord {
  const [status, activities, client_status] = parts as [
    PresenceRecord['status'],
    PresenceRecord['activities'],
    PresenceRecord['client_status'],
  ];
  return { user_id: id, status, activities, client_status };
}
