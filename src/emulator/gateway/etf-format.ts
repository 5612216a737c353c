/** External Term Format, as Discord's gateway speaks it. @see https://www.erlang.org/doc/apps/erts/erl_ext_dist.html */

import type { FrameFormat } from './frame-format.js';
import { asClientPayload } from './frame-format.js';

const VERSION = 131;
const NEW_FLOAT = 70;
const SMALL_INTEGER = 97;
const INTEGER = 98;
const FLOAT = 99;
const ATOM = 100;
const SMALL_TUPLE = 104;
const NIL = 106;
const STRING = 107;
const LIST = 108;
const BINARY = 109;
const SMALL_BIG = 110;
const LARGE_BIG = 111;
const SMALL_ATOM = 115;
const MAP = 116;
const ATOM_UTF8 = 118;
const SMALL_ATOM_UTF8 = 119;

/** Binary frames of Erlang terms. */
export const etfFormat: FrameFormat = {
  encode: ({ t, s, op, d, json }) => {
    const writer = new TermWriter();
    writer.byte(VERSION);
    writer.mapHead(4);
    writer.atom('t');
    if (t === null) writer.term(null);
    else writer.atom(t);
    writer.atom('s');
    writer.term(s);
    writer.atom('op');
    writer.term(op);
    writer.atom('d');
    writer.term(json === undefined ? d : JSON.parse(json));
    return writer.toBuffer();
  },
  decode: (data) => {
    try {
      if (data[0] !== VERSION) return undefined;
      return asClientPayload(new TermReader(data).term());
    } catch {
      return undefined;
    }
  },
};

/** Appends terms to a growing list of pieces. */
class TermWriter {
  readonly #pieces: Buffer[] = [];

  byte(value: number): void {
    this.#pieces.push(Buffer.of(value));
  }

  atom(name: string): void {
    const bytes = Buffer.from(name, 'latin1');
    this.#head(ATOM, bytes.length, 2);
    this.#pieces.push(bytes);
  }

  mapHead(size: number): void {
    this.#head(MAP, size, 4);
  }

  term(value: unknown): void {
    if (value === null || value === undefined) this.atom('nil');
    else if (typeof value === 'boolean') this.atom(String(value));
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'string') this.#binary(value);
    else if (Array.isArray(value)) this.#list(value);
    else this.#map(value as Record<string, unknown>);
  }

  toBuffer(): Buffer {
    return Buffer.concat(this.#pieces);
  }

  #number(value: number): void {
    if (!Number.isInteger(value)) {
      const piece = Buffer.alloc(9);
      piece[0] = NEW_FLOAT;
      piece.writeDoubleBE(value, 1);
      this.#pieces.push(piece);
    } else if (value >= 0 && value <= 255) this.#pieces.push(Buffer.of(SMALL_INTEGER, value));
    else if (value >= -(2 ** 31) && value < 2 ** 31) {
      const piece = Buffer.alloc(5);
      piece[0] = INTEGER;
      piece.writeInt32BE(value, 1);
      this.#pieces.push(piece);
    } else this.#big(value);
  }

  #big(value: number): void {
    const digits: number[] = [];
    for (let rest = BigInt(Math.abs(value)); rest > 0n; rest >>= 8n) digits.push(Number(rest & 255n));
    this.#pieces.push(Buffer.of(SMALL_BIG, digits.length, value < 0 ? 1 : 0, ...digits));
  }

  #binary(text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    this.#head(BINARY, bytes.length, 4);
    this.#pieces.push(bytes);
  }

  #list(items: readonly unknown[]): void {
    if (items.length > 0) {
      this.#head(LIST, items.length, 4);
      for (const item of items) this.term(item);
    }
    this.byte(NIL);
  }

  #map(value: Record<string, unknown>): void {
    const entries = Object.entries(value).filter(([, field]) => field !== undefined);
    this.mapHead(entries.length);
    for (const [key, field] of entries) {
      this.#binary(key);
      this.term(field);
    }
  }

  #head(tag: number, length: number, lengthBytes: 2 | 4): void {
    const piece = Buffer.alloc(1 + lengthBytes);
    piece[0] = tag;
    piece.writeUIntBE(length, 1, lengthBytes);
    this.#pieces.push(piece);
  }
}

/** Reads what clients send; throws on anything malformed, and on keys that are atoms, as Discord does. */
class TermReader {
  readonly #data: Buffer;
  #at = 1;

  constructor(data: Buffer) {
    this.#data = data;
  }

  term(): unknown {
    const tag = this.#uint(1);
    switch (tag) {
      case SMALL_INTEGER:
        return this.#uint(1);
      case INTEGER:
        return this.#take(4).readInt32BE();
      case NEW_FLOAT:
        return this.#take(8).readDoubleBE();
      case FLOAT:
        return Number.parseFloat(this.#take(31).toString('latin1'));
      case BINARY:
        return this.#take(this.#uint(4)).toString('utf8');
      case STRING:
        return [...this.#take(this.#uint(2))];
      case NIL:
        return [];
      case LIST:
        return this.#list();
      case SMALL_TUPLE:
        return Array.from({ length: this.#uint(1) }, () => this.term());
      case MAP:
        return this.#map();
      case SMALL_BIG:
        return this.#big(this.#uint(1));
      case LARGE_BIG:
        return this.#big(this.#uint(4));
      case ATOM:
      case ATOM_UTF8:
        return atomValue(this.#take(this.#uint(2)).toString('utf8'));
      case SMALL_ATOM:
      case SMALL_ATOM_UTF8:
        return atomValue(this.#take(this.#uint(1)).toString('utf8'));
      default:
        throw new RangeError(`Unknown term ${tag}.`);
    }
  }

  #list(): unknown[] {
    const items = Array.from({ length: this.#uint(4) }, () => this.term());
    this.term();
    return items;
  }

  #map(): Record<string, unknown> {
    const size = this.#uint(4);
    const map: Record<string, unknown> = {};
    for (let i = 0; i < size; i++) {
      if (this.#data[this.#at] !== BINARY) throw new RangeError('Keys must be binaries.');
      const key = this.term() as string;
      map[key] = this.term();
    }
    return map;
  }

  /** Integers beyond 2^53 are ids, which travel as text. */
  #big(length: number): number | string {
    const isNegative = this.#uint(1) === 1;
    const bytes = this.#take(length);
    let value = 0n;
    for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!);
    if (isNegative) value = -value;
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? String(value) : Number(value);
  }

  #uint(bytes: 1 | 2 | 4): number {
    return this.#take(bytes).readUIntBE(0, bytes);
  }

  #take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#data.length) throw new RangeError('The term is cut short.');
    const taken = this.#data.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }
}

function atomValue(name: string): unknown {
  if (name === 'nil' || name === 'null') return null;
  if (name === 'true') return true;
  return name === 'false' ? false : name;
}
