import type { Buffer } from 'node:buffer';
import { CLOSE_BRACE, COMMA, OPEN_BRACE, skipValue } from '../../utils/json-text.js';
import { MemberText } from './member-text.js';
import { ObjectKeys } from './object-keys.js';
import { PresenceText } from './presence-text.js';
import { RecordList } from './record-list.js';

/** Kinds of which a guild's records can be kept as text. */
export type TextKind = 'channel' | 'emoji' | 'role' | 'sticker';

/** Kinds of which a guild brings a list that need not be parsed. */
export type ListKind = TextKind | 'member' | 'presence';

/** What is done with a list of a guild: kept as text, parsed, or left out because nothing of it is kept. */
export type ListTreatment = 'drop' | 'parse' | 'text';

const kindOfKey = ['member', 'channel', 'channel', 'emoji', 'role', 'sticker', 'presence'] as const;

/**
 * Data of a GUILD_CREATE, read from the text so that its long lists are never parsed.
 *
 * What `read` gives is the guild with `null` in the place of its lists, which are at hand here until `clear`.
 */
export class GuildText {
  readonly members = new MemberText();
  readonly presences = new PresenceText();
  readonly #lists: Readonly<Record<TextKind, RecordList>> = {
    channel: new RecordList(),
    emoji: new RecordList(),
    role: new RecordList(),
    sticker: new RecordList(),
  };
  readonly #treat: (kind: ListKind) => ListTreatment;
  readonly #keys = new ObjectKeys({
    members: 0,
    channels: 1,
    threads: 2,
    emojis: 3,
    roles: 4,
    stickers: 5,
    presences: 6,
  });
  #data: object | undefined;

  /** @param treat What is done with the records of a kind; asked for each guild. */
  constructor(treat: (kind: ListKind) => ListTreatment) {
    this.#treat = treat;
  }

  /** Whether this data was read here, so that its lists stand here too. */
  isOf(data: object): boolean {
    return this.#data === data;
  }

  /** Records of a kind in the guild read last. */
  listOf(kind: TextKind): RecordList {
    return this.#lists[kind];
  }

  /** Reads the guild between `start` and `end`; `undefined` when it must be parsed as usual. */
  read(bytes: Buffer, start: number, end: number): object | undefined {
    this.clear();
    const text = this.#withoutLists(bytes, start, end);
    if (text === undefined) {
      this.clear();
      return undefined;
    }
    this.#data = JSON.parse(text) as object;
    return this.#data;
  }

  /** Lets go of the text. */
  clear(): void {
    this.#data = undefined;
    this.members.clear();
    this.presences.clear();
    for (const list of Object.values(this.#lists)) list.clear();
  }

  #withoutLists(bytes: Buffer, start: number, end: number): string | undefined {
    if (bytes[start] !== OPEN_BRACE) return undefined;
    let text = '';
    let kept = start;
    let index = start;
    let place = 0;
    do {
      const valueAt = this.#keys.read(bytes, index + 1, place);
      if (valueAt < 0) return undefined;
      const isList = this.#keys.number >= 0 && this.#treatmentOf(this.#keys.number) !== 'parse';
      index = isList ? this.#list(bytes, valueAt, this.#keys.number) : skipValue(bytes, valueAt);
      if (isList) {
        text += `${bytes.toString('utf8', kept, valueAt)}null`;
        kept = index;
      }
      place += 1;
    } while (index > 0 && bytes[index] === COMMA);
    if (index < 0 || bytes[index] !== CLOSE_BRACE || index + 1 !== end) return undefined;
    return text + bytes.toString('utf8', kept, end);
  }

  #treatmentOf(key: number): ListTreatment {
    return this.#treat(kindOfKey[key]!);
  }

  #list(bytes: Buffer, at: number, key: number): number {
    if (this.#treatmentOf(key) === 'drop') return skipValue(bytes, at);
    const kind = kindOfKey[key]!;
    if (kind === 'member') return this.members.readList(bytes, at);
    return kind === 'presence' ? this.presences.readList(bytes, at) : this.#lists[kind].read(bytes, at);
  }
}
