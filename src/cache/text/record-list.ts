import { Buffer } from 'node:buffer';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  keyEnd,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  skipValue,
} from '../../utils/json-text.js';

const LOWER_I = 0x69;
const LOWER_D = 0x64;

/** Numbers in the table for each record. */
const STRIDE = 4;
const nothing = Buffer.alloc(0);

/** Records in a list of JSON text, gone through once: where each stands, and where its id does. */
export class RecordList {
  bytes: Buffer = nothing;
  count = 0;
  #table = new Int32Array(STRIDE * 64);

  /** Adds the records of the list whose bracket stands at `at`; the offset behind it, or -1 when it is no such list. */
  read(bytes: Buffer, at: number): number {
    this.bytes = bytes;
    if (bytes[at] !== OPEN_BRACKET) return -1;
    if (bytes[at + 1] === CLOSE_BRACKET) return at + 2;
    let index = at;
    do {
      index = this.#record(bytes, index + 1);
    } while (index > 0 && bytes[index] === COMMA);
    return index > 0 && bytes[index] === CLOSE_BRACKET ? index + 1 : -1;
  }

  /** Offset of the first digit of a record's id. */
  idStart(record: number): number {
    return this.#table[record * STRIDE]!;
  }

  /** Offset behind the last digit of a record's id. */
  idEnd(record: number): number {
    return this.#table[record * STRIDE + 1]!;
  }

  start(record: number): number {
    return this.#table[record * STRIDE + 2]!;
  }

  end(record: number): number {
    return this.#table[record * STRIDE + 3]!;
  }

  /** Lets go of the text. */
  clear(): void {
    this.bytes = nothing;
    this.count = 0;
  }

  #record(bytes: Buffer, at: number): number {
    if (bytes[at] !== OPEN_BRACE) return -1;
    let index = at;
    let idStart = -1;
    let idEnd = -1;
    do {
      const end = keyEnd(bytes, index + 1);
      if (end < 0) return -1;
      const valueAt = end + 2;
      const isId = end - index === 4 && bytes[index + 2] === LOWER_I && bytes[index + 3] === LOWER_D;
      index = skipValue(bytes, valueAt);
      if (isId && bytes[valueAt] === QUOTE) {
        idStart = valueAt + 1;
        idEnd = index - 1;
      }
    } while (index > 0 && bytes[index] === COMMA);
    if (index < 0 || bytes[index] !== CLOSE_BRACE || idStart < 0) return -1;
    this.#note(idStart, idEnd, at, index + 1);
    return index + 1;
  }

  #note(idStart: number, idEnd: number, start: number, end: number): void {
    const base = this.count * STRIDE;
    if (base === this.#table.length) {
      const grown = new Int32Array(base * 2);
      grown.set(this.#table);
      this.#table = grown;
    }
    this.#table[base] = idStart;
    this.#table[base + 1] = idEnd;
    this.#table[base + 2] = start;
    this.#table[base + 3] = end;
    this.count += 1;
  }
}
