/**
 * Writes Erlang's External Term Format, as far as Discord's gateway uses it, as JSON text.
 *
 * Maps become objects, lists and tuples arrays, binaries and unknown atoms strings, `nil`, `null` and `undefined` null.
 * An integer that a number cannot hold exactly becomes a string of digits: ids stay exact.
 *
 * JavaScript makes objects and strings slowly, the parser that is built into it fast: copying bytes and then parsing the
 * text takes half the time of decoding the terms one by one. And who reads a dispatch from its text can do so whatever
 * the format.
 *
 * The input is not trusted. Every length is checked against what is left before anything is written, depth and sizes are
 * bounded, and whatever is wrong is a `GatewayDecodeError`.
 *
 * @see https://www.erlang.org/doc/apps/erts/erl_ext_dist.html
 */
import { Buffer } from 'node:buffer';
import { GatewayDecodeError } from '../../errors/gateway-decode-error.js';
import { literalOf } from './atom-literals.js';
import { ETF_VERSION, EtfTag } from './etf-tag.js';
import { JsonWriter } from './json-writer.js';

const MAX_DEPTH = 512;
const MAX_BIG_BYTES = 1_024;
const MAX_UNCOMPRESSED_BYTES = 64 * 1_024 * 1_024;
const FLOAT_TEXT_BYTES = 31;
const TWO_21 = 2_097_152;
/** Most bytes of text that one byte of a term can become: `\u001f`. */
const LONGEST_FORM = 6;

const COMMA = 0x2c;
const COLON = 0x3a;
const QUOTE = 0x22;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const LOWER_D = 0x64;
const nothing = Buffer.alloc(0);

/** Writes one term after another. */
export class EtfToJson {
  /** Offset of the value of the outermost key `d` in the text; 0 when there is none. */
  bodyStart = 0;
  /** Offset behind that value. */
  bodyEnd = 0;
  readonly #out = new JsonWriter();
  #bytes: Buffer = nothing;
  #depth = 0;

  /**
   * Writes one whole term; the text is good until the next call.
   *
   * @throws {GatewayDecodeError} when the bytes are not exactly one term that JSON could also express.
   */
  write(bytes: Buffer): Buffer {
    this.#bytes = bytes;
    this.#depth = 0;
    this.bodyStart = 0;
    this.bodyEnd = 0;
    if (bytes[0] !== ETF_VERSION) throw malformed('no version byte 131 at the start');
    let at = 1;
    if (bytes[1] === EtfTag.Compressed) at = this.#inflate();
    this.#out.start(this.#bytes.length * LONGEST_FORM + 64);
    const end = this.#term(at);
    if (end !== this.#bytes.length) throw malformed(`${this.#bytes.length - end} bytes after the term`);
    return this.#out.text;
  }

  /** Writes the term at `at`; gives the offset behind it, as all that follow do. */
  #term(at: number): number {
    const start = at + 1;
    const tag = this.#bytes[at];
    switch (tag) {
      case EtfTag.Binary:
        return this.#text(start + 4, this.#u32(start));
      case EtfTag.SmallAtomUtf8:
      case EtfTag.SmallAtom:
        return this.#atom(start + 1, this.#u8(start), tag);
      case EtfTag.Map:
        return this.#map(start + 4, this.#u32(start));
      case EtfTag.SmallInteger:
        this.#out.integer(this.#u8(start));
        return start + 1;
      case EtfTag.Integer:
        this.#out.integer(this.#u32(start) | 0);
        return start + 4;
      case EtfTag.SmallBig:
        return this.#big(start + 1, this.#u8(start), false);
      case EtfTag.List:
        return this.#list(start + 4, this.#u32(start));
      case EtfTag.Nil:
        this.#out.plain('[]');
        return start;
      default:
        return this.#rareTerm(start, tag);
    }
  }

  #rareTerm(start: number, tag: number | undefined): number {
    switch (tag) {
      case EtfTag.Atom:
      case EtfTag.AtomUtf8:
        return this.#atom(start + 2, this.#u16(start), tag);
      case EtfTag.NewFloat:
        return this.#float(this.#bytes.readDoubleBE(this.#check(start, 8)), start + 8);
      case EtfTag.Float:
        return this.#float(this.#oldFloat(start), start + FLOAT_TEXT_BYTES);
      case EtfTag.String:
        return this.#byteList(start + 2, this.#u16(start));
      case EtfTag.LargeBig:
        return this.#big(start + 4, this.#u32(start), false);
      case EtfTag.SmallTuple:
        return this.#elements(start + 1, this.#u8(start));
      case EtfTag.LargeTuple:
        return this.#elements(start + 4, this.#u32(start));
      case undefined:
        throw malformed(`the bytes end within a term at byte ${start - 1}`);
      default:
        throw malformed(`term of kind ${tag} at byte ${start - 1}`);
    }
  }

  #map(start: number, size: number): number {
    const out = this.#out;
    let at = this.#enter(start, size * 2);
    out.mark(OPEN_BRACE);
    for (let index = 0; index < size; index++) {
      if (index > 0) out.mark(COMMA);
      const valueAt = this.#key(at);
      out.mark(COLON);
      const isBody = this.#depth === 1 && isBodyKey(this.#bytes, at);
      if (isBody) this.bodyStart = out.length;
      at = this.#term(valueAt);
      if (isBody) this.bodyEnd = out.length;
    }
    out.mark(CLOSE_BRACE);
    this.#depth -= 1;
    return at;
  }

  #key(at: number): number {
    const start = at + 1;
    switch (this.#bytes[at]) {
      case EtfTag.Binary:
        return this.#text(start + 4, this.#u32(start));
      case EtfTag.SmallAtomUtf8:
        return this.#text(start + 1, this.#u8(start));
      case EtfTag.AtomUtf8:
        return this.#text(start + 2, this.#u16(start));
      case EtfTag.SmallAtom:
        return this.#latin1(start + 1, this.#u8(start));
      case EtfTag.Atom:
        return this.#latin1(start + 2, this.#u16(start));
      case EtfTag.SmallBig:
        return this.#big(start + 1, this.#u8(start), true);
      case EtfTag.LargeBig:
        return this.#big(start + 4, this.#u32(start), true);
      case EtfTag.SmallInteger:
        return this.#numberKey(this.#u8(start), start + 1);
      case EtfTag.Integer:
        return this.#numberKey(this.#u32(start) | 0, start + 4);
      default:
        throw malformed('a map key is neither text nor number');
    }
  }

  #numberKey(value: number, end: number): number {
    this.#out.mark(QUOTE);
    this.#out.integer(value);
    this.#out.mark(QUOTE);
    return end;
  }

  #atom(start: number, length: number, tag: number): number {
    this.#check(start, length);
    const literal = literalOf(this.#bytes, start, length);
    if (literal !== undefined) {
      this.#out.plain(literal);
      return start + length;
    }
    const isUtf8 = tag === EtfTag.SmallAtomUtf8 || tag === EtfTag.AtomUtf8;
    return isUtf8 ? this.#text(start, length) : this.#latin1(start, length);
  }

  #list(start: number, length: number): number {
    const end = this.#elements(start, length);
    if (this.#bytes[end] !== EtfTag.Nil) throw malformed('a list without a proper end');
    return end + 1;
  }

  #elements(start: number, length: number): number {
    let at = this.#enter(start, length);
    this.#out.mark(OPEN_BRACKET);
    for (let index = 0; index < length; index++) {
      if (index > 0) this.#out.mark(COMMA);
      at = this.#term(at);
    }
    this.#out.mark(CLOSE_BRACKET);
    this.#depth -= 1;
    return at;
  }

  #byteList(start: number, length: number): number {
    this.#check(start, length);
    this.#out.plain(`[${this.#bytes.subarray(start, start + length).join(',')}]`);
    return start + length;
  }

  /** Writes an integer of any length: as a number where one holds it exactly and it is no key, else as a string. */
  #big(signAt: number, length: number, isKey: boolean): number {
    if (length > MAX_BIG_BYTES) throw malformed(`an integer of ${length} bytes`);
    const isNegative = this.#u8(signAt) !== 0;
    const start = this.#check(signAt + 1, length);
    if (length <= 8 && !isNegative) {
      this.#unsigned(this.#half(start, length, 4), this.#half(start, length, 0), isKey);
      return start + length;
    }
    let magnitude = 0n;
    for (let at = start + length - 1; at >= start; at--)
      magnitude = (magnitude << 8n) | BigInt(this.#bytes[at]!);
    const value = isNegative ? -magnitude : magnitude;
    const isText = isKey || !Number.isSafeInteger(Number(value));
    this.#out.plain(isText ? `"${value}"` : value.toString());
    return start + length;
  }

  #unsigned(high: number, low: number, isKey: boolean): void {
    const isText = isKey || high >= TWO_21;
    if (isText) this.#out.mark(QUOTE);
    this.#out.unsigned64(high, low);
    if (isText) this.#out.mark(QUOTE);
  }

  /** Four bytes of a little-endian number from `from` on; those beyond its length count as zero. */
  #half(start: number, length: number, from: number): number {
    let value = 0;
    for (let index = Math.min(length, from + 4) - 1; index >= from; index--)
      value = value * 256 + this.#bytes[start + index]!;
    return value;
  }

  #float(value: number, end: number): number {
    if (Object.is(value, -0)) this.#out.plain('-0');
    else this.#out.plain(Number.isFinite(value) ? String(value) : 'null');
    return end;
  }

  #oldFloat(start: number): number {
    const end = this.#check(start, FLOAT_TEXT_BYTES) + FLOAT_TEXT_BYTES;
    const text = this.#bytes.toString('latin1', start, end).replace(/\0+$/, '');
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) throw malformed('a float that is no number');
    return value;
  }

  #text(start: number, length: number): number {
    const end = this.#check(start, length) + length;
    this.#out.string(this.#bytes, start, end);
    return end;
  }

  #latin1(start: number, length: number): number {
    const end = this.#check(start, length) + length;
    const utf8 = Buffer.from(this.#bytes.toString('latin1', start, end));
    this.#out.string(utf8, 0, utf8.length);
    return end;
  }

  /** Unpacks a compressed term, which may only be the outermost; gives where it begins. */
  #inflate(): number {
    const size = this.#u32(2);
    if (size > MAX_UNCOMPRESSED_BYTES) throw malformed(`a compressed term of ${size} bytes`);
    const { inflateSync } = process.getBuiltinModule('node:zlib');
    try {
      this.#bytes = inflateSync(this.#bytes.subarray(6), { maxOutputLength: Math.max(1, size) });
    } catch (cause) {
      throw malformed('a compressed term that cannot be inflated', cause);
    }
    if (this.#bytes.length !== size) throw malformed('a compressed term of another length than it says');
    return 0;
  }

  /** Goes one level down into something with `count` terms, each of at least one byte; gives where they begin. */
  #enter(start: number, count: number): number {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw malformed(`terms nested deeper than ${MAX_DEPTH}`);
    if (count > this.#bytes.length - start) throw malformed(`${count} terms where the bytes end before`);
    return start;
  }

  /** Makes sure that `length` bytes are there; gives their start. */
  #check(start: number, length: number): number {
    if (length > this.#bytes.length - start) throw malformed(`the bytes end within a term at byte ${start}`);
    return start;
  }

  #u8(at: number): number {
    const byte = this.#bytes[at];
    return byte ?? this.#check(at, 1);
  }

  #u16(at: number): number {
    this.#check(at, 2);
    return (this.#bytes[at]! << 8) | this.#bytes[at + 1]!;
  }

  #u32(at: number): number {
    this.#check(at, 4);
    const bytes = this.#bytes;
    return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
  }
}

function malformed(detail: string, cause?: unknown): GatewayDecodeError {
  return new GatewayDecodeError('etf', detail, { cause });
}

/** Whether the key at `at` is `d`. */
function isBodyKey(bytes: Buffer, at: number): boolean {
  const { AtomUtf8, Atom, Binary, SmallAtom, SmallAtomUtf8 } = EtfTag;
  const tag = bytes[at];
  if (tag === SmallAtom || tag === SmallAtomUtf8) return bytes[at + 1] === 1 && bytes[at + 2] === LOWER_D;
  if (tag === Atom || tag === AtomUtf8) return bytes.readUInt16BE(at + 1) === 1 && bytes[at + 3] === LOWER_D;
  return tag === Binary && bytes.readUInt32BE(at + 1) === 1 && bytes[at + 5] === LOWER_D;
}
