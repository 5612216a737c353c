/**
 * Decodes Erlang's External Term Format, as far as Discord's gateway uses it.
 *
 * Maps become objects, lists and tuples arrays, binaries and unknown atoms strings, `nil`, `null` and `undefined` null.
 * An integer that a number cannot hold exactly becomes a string of digits: ids stay exact.
 *
 * The input is not trusted. Every length is checked against what is left before anything is allocated, depth and sizes
 * are bounded, and whatever is wrong is a `GatewayDecodeError`.
 *
 * @see https://www.erlang.org/doc/apps/erts/erl_ext_dist.html
 */
import { GatewayDecodeError } from '../../errors/gateway-decode-error.js';
import { KeyTable } from '../../utils/key-table.js';
import { ETF_VERSION, EtfTag } from './etf-tag.js';

const MAX_DEPTH = 512;
const MAX_BIG_BYTES = 1_024;
const MAX_UNCOMPRESSED_BYTES = 64 * 1_024 * 1_024;
const FLOAT_TEXT_BYTES = 31;

const keys = new KeyTable();

/**
 * Decodes one whole term.
 *
 * @throws {GatewayDecodeError} when the bytes are not exactly one term that JSON could also express.
 */
export function decodeEtf(bytes: Buffer): unknown {
  return new EtfDecoder(bytes).decode();
}

class EtfDecoder {
  #bytes: Buffer;
  #at = 0;
  #depth = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  decode(): unknown {
    if (this.#u8() !== ETF_VERSION) throw malformed('no version byte 131 at the start');
    if (this.#bytes[this.#at] === EtfTag.Compressed) this.#inflate();
    const value = this.#term();
    if (this.#at !== this.#bytes.length)
      throw malformed(`${this.#bytes.length - this.#at} bytes after the term`);
    return value;
  }

  #term(): unknown {
    const tag = this.#u8();
    switch (tag) {
      case EtfTag.Binary:
        return this.#text(this.#u32(), 'utf8');
      case EtfTag.Map:
        return this.#map(this.#u32());
      case EtfTag.SmallInteger:
        return this.#u8();
      case EtfTag.Integer:
        return this.#i32();
      case EtfTag.SmallBig:
        return this.#big(this.#u8());
      case EtfTag.List:
        return this.#list(this.#u32());
      case EtfTag.Nil:
        return [];
      default:
        return this.#rareTerm(tag);
    }
  }

  #rareTerm(tag: number): unknown {
    switch (tag) {
      case EtfTag.Atom:
      case EtfTag.SmallAtom:
      case EtfTag.AtomUtf8:
      case EtfTag.SmallAtomUtf8:
        return atomValue(this.#atom(tag));
      case EtfTag.NewFloat:
        return this.#bytes.readDoubleBE(this.#take(8));
      case EtfTag.Float:
        return this.#oldFloat();
      case EtfTag.String:
        return this.#byteList(this.#u16());
      case EtfTag.LargeBig:
        return this.#big(this.#u32());
      case EtfTag.SmallTuple:
        return this.#elements(this.#u8());
      case EtfTag.LargeTuple:
        return this.#elements(this.#u32());
      default:
        throw malformed(`term of kind ${tag} at byte ${this.#at - 1}`);
    }
  }

  #map(size: number): Record<string, unknown> {
    this.#enter(size * 2);
    const map: Record<string, unknown> = {};
    for (let index = 0; index < size; index++) {
      const key = this.#key();
      const value = this.#term();
      if (key === '__proto__') Object.defineProperty(map, key, ownProperty(value));
      else map[key] = value;
    }
    this.#depth -= 1;
    return map;
  }

  #key(): string {
    const tag = this.#u8();
    if (tag === EtfTag.Binary) return this.#keyText(this.#u32());
    if (tag === EtfTag.SmallAtomUtf8) return this.#keyText(this.#u8());
    if (tag === EtfTag.Atom || tag === EtfTag.SmallAtom || tag === EtfTag.AtomUtf8) return this.#atom(tag);
    this.#at -= 1;
    const key = this.#term();
    if (typeof key !== 'number' && typeof key !== 'string')
      throw malformed('a map key is neither text nor number');
    return String(key);
  }

  #keyText(length: number): string {
    const start = this.#take(length);
    return keys.read(this.#bytes, start, this.#at);
  }

  #atom(tag: number): string {
    const length = tag === EtfTag.Atom || tag === EtfTag.AtomUtf8 ? this.#u16() : this.#u8();
    const isUtf8 = tag === EtfTag.AtomUtf8 || tag === EtfTag.SmallAtomUtf8;
    return this.#text(length, isUtf8 ? 'utf8' : 'latin1');
  }

  #list(length: number): unknown[] {
    const elements = this.#elements(length);
    if (this.#u8() !== EtfTag.Nil) throw malformed('a list without a proper end');
    return elements;
  }

  #elements(length: number): unknown[] {
    this.#enter(length);
    const elements: unknown[] = [];
    for (let index = 0; index < length; index++) elements.push(this.#term());
    this.#depth -= 1;
    return elements;
  }

  #byteList(length: number): number[] {
    const start = this.#take(length);
    return [...this.#bytes.subarray(start, this.#at)];
  }

  #big(length: number): number | string {
    if (length > MAX_BIG_BYTES) throw malformed(`an integer of ${length} bytes`);
    const isNegative = this.#u8() !== 0;
    const start = this.#take(length);
    let magnitude = 0n;
    for (let at = this.#at - 1; at >= start; at--) magnitude = (magnitude << 8n) | BigInt(this.#bytes[at]!);
    const value = isNegative ? -magnitude : magnitude;
    const asNumber = Number(value);
    return Number.isSafeInteger(asNumber) ? asNumber : value.toString();
  }

  #oldFloat(): number {
    const text = this.#text(FLOAT_TEXT_BYTES, 'latin1').replace(/\0+$/, '');
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) throw malformed('a float that is no number');
    return value;
  }

  #text(length: number, encoding: 'utf8' | 'latin1'): string {
    const start = this.#take(length);
    return this.#bytes.toString(encoding, start, this.#at);
  }

  /** Unpacks a compressed term, which may only be the outermost. */
  #inflate(): void {
    this.#at += 1;
    const size = this.#u32();
    if (size > MAX_UNCOMPRESSED_BYTES) throw malformed(`a compressed term of ${size} bytes`);
    const { inflateSync } = process.getBuiltinModule('node:zlib');
    try {
      this.#bytes = inflateSync(this.#bytes.subarray(this.#at), { maxOutputLength: Math.max(1, size) });
    } catch (cause) {
      throw malformed('a compressed term that cannot be inflated', cause);
    }
    if (this.#bytes.length !== size) throw malformed('a compressed term of another length than it says');
    this.#at = 0;
  }

  /** Goes one level down into something with `count` terms, each of at least one byte. */
  #enter(count: number): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw malformed(`terms nested deeper than ${MAX_DEPTH}`);
    if (count > this.#bytes.length - this.#at) throw malformed(`${count} terms where the bytes end before`);
  }

  /** Moves over `length` bytes and gives their start. */
  #take(length: number): number {
    const start = this.#at;
    if (length > this.#bytes.length - start) throw malformed(`the bytes end within a term at byte ${start}`);
    this.#at = start + length;
    return start;
  }

  #u8(): number {
    return this.#bytes[this.#take(1)]!;
  }

  #u16(): number {
    const at = this.#take(2);
    return (this.#bytes[at]! << 8) | this.#bytes[at + 1]!;
  }

  #u32(): number {
    return this.#i32() >>> 0;
  }

  #i32(): number {
    const at = this.#take(4);
    const bytes = this.#bytes;
    return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
}

function atomValue(atom: string): string | boolean | null {
  if (atom === 'nil' || atom === 'null' || atom === 'undefined') return null;
  return atom === 'true' ? true : atom === 'false' ? false : atom;
}

function ownProperty(value: unknown): PropertyDescriptor {
  return { value, configurable: true, enumerable: true, writable: true };
}

function malformed(detail: string, cause?: unknown): GatewayDecodeError {
  return new GatewayDecodeError('etf', detail, { cause });
}
