import type { Buffer } from 'node:buffer';
import { formatSnowflake, SnowflakeBits } from '../packed/snowflake-bits.js';
import type { RecordList } from './record-list.js';
import type { TextSlabs } from './text-slabs.js';

/** Numbers in the table for each record: two halves of the id, start and end of the text. */
const STRIDE = 4;
const bits = new SnowflakeBits();

/**
 * Records of one scope as the text in which they came.
 *
 * A record whose text was read or replaced is taken: it stands here for its place in the order only.
 */
export class UnreadScope {
  /** How many records nobody has taken. */
  remaining = 0;
  readonly #text: Buffer;
  readonly #table: Uint32Array;
  #length = 0;

  /** Copies the records of a list; those whose id is no id go to `onOddRecord`, as text. */
  constructor(list: RecordList, slabs: TextSlabs, onOddRecord: (text: string) => void) {
    let length = 0;
    for (let record = 0; record < list.count; record++) length += list.end(record) - list.start(record);
    const { table, text } = slabs.take(list.count * STRIDE, length);
    this.#table = table;
    this.#text = text;
    let at = 0;
    for (let record = 0; record < list.count; record++) {
      const [start, end] = [list.start(record), list.end(record)];
      if (!bits.readBytes(list.bytes, list.idStart(record), list.idEnd(record))) {
        onOddRecord(list.bytes.toString('utf8', start, end));
        continue;
      }
      list.bytes.copy(this.#text, at, start, end);
      this.#note(bits.high, bits.low, at, end - start);
      at += end - start;
    }
  }

  /** How many records there were, taken ones included. */
  get length(): number {
    return this.#length;
  }

  /** Number of the record with these halves of an id; -1 when there is none, or it is taken. */
  find(high: number, low: number): number {
    const table = this.#table;
    const end = this.#length * STRIDE;
    for (let base = 0; base < end; base += STRIDE) {
      if (table[base + 1] === low && table[base] === high && table[base + 3] !== 0) return base / STRIDE;
    }
    return -1;
  }

  isTaken(record: number): boolean {
    return this.#table[record * STRIDE + 3] === 0;
  }

  idOf(record: number): string {
    return formatSnowflake(this.highOf(record), this.lowOf(record));
  }

  highOf(record: number): number {
    return this.#table[record * STRIDE]!;
  }

  lowOf(record: number): number {
    return this.#table[record * STRIDE + 1]!;
  }

  /** Parses the text of a record that is not taken. */
  parse(record: number): unknown {
    const start = this.#table[record * STRIDE + 2]!;
    return JSON.parse(this.#text.toString('utf8', start, this.#table[record * STRIDE + 3]!));
  }

  take(record: number): void {
    this.#table[record * STRIDE + 3] = 0;
    this.remaining -= 1;
  }

  #note(high: number, low: number, start: number, length: number): void {
    const base = this.#length * STRIDE;
    this.#table[base] = high;
    this.#table[base + 1] = low;
    this.#table[base + 2] = start;
    this.#table[base + 3] = start + length;
    this.#length += 1;
    this.remaining += 1;
  }
}
