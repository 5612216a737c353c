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
import { ETF_VERSION, EtfTag } from './etf-tag.js';
import { JsonWriter } from './json-writer.js';

const MAX_DEPTH = 512;
const MAX_BIG_BYTES = 1_024;
const MAX_UNCOMPRESSED_BYTES = 64 * 1_024 * 1_024;
const FLOAT_TEXT_BYTES = 31;
const TWO_21 = 2_097_152;

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
  #at = 0;
  #depth = 0;

  /**
   * Writes one whole term; the text is good until the next call.
   *
   * @throws {GatewayDecodeError} when the bytes are not exactly one term that JSON could also express.
   */
  write(bytes: Buffer): Buffer {
    this.#start(bytes);
    if (this.#u8() !== ETF_VERSION) throw malformed('no version byte 131 at the start');
    if (this.#bytes[this.#at] === EtfTag.Compressed) this.#inflate();
    this.#term();
    if (this.#at !== this.#bytes.length)
      throw malformed(`${this.#bytes.length - this.#at} bytes after the term`);
    return this.#out.text;
  }

  #start(bytes: Buffer): void {
    this.#bytes = bytes;
    this.#at = 0;
    this.#depth = 0;
    this.bodyStart = 0;
    this.bodyEnd = 0;
    this.#out.reset();
  }

  #term(): void {
    const tag = this.#u8();
    switch (tag) {
      case EtfTag.Binary:
        this.#text(this.#u32());
        break;
      case EtfTag.SmallAtomUtf8:
      case EtfTag.SmallAtom:
        this.#atom(this.#u8(), tag);
        break;
      case EtfTag.Map:
        this.#map(this.#u32());
        break;
      case EtfTag.SmallInteger:
        this.#out.integer(this.#u8());
        break;
      case EtfTag.Integer:
        this.#out.integer(this.#i32());
        break;
      case EtfTag.SmallBig:
        this.#big(this.#u8());
        break;
      case EtfTag.List:
        this.#list(this.#u32());
        break;
      case EtfTag.Nil:
        this.#out.plain('[]');
        break;
      default:
        this.#rareTerm(tag);
    }
  }

  #rareTerm(tag: number): void {
    switch (tag) {
      case EtfTag.Atom:
      case EtfTag.AtomUtf8:
        this.#atom(this.#u16(), tag);
        break;
      case EtfTag.NewFloat:
        this.#float(this.#bytes.readDoubleBE(this.#take(8)));
        break;
      case EtfTag.Float:
        this.#float(this.#oldFloat());
        break;
      case EtfTag.String:
        this.#byteList(this.#u16());
        break;
      case EtfTag.LargeBig:
        this.#big(this.#u32());
        break;
      case EtfTag.SmallTuple:
        this.#elements(this.#u8());
        break;
      case EtfTag.LargeTuple:
        this.#elements(this.#u32());
        break;
      default:
        throw malformed(`term of kind ${tag} at byte ${this.#at - 1}`);
    }
  }

  #map(size: number): void {
    const out = this.#out;
    this.#enter(size * 2);
    out.mark(OPEN_BRACE);
    for (let index = 0; index < size; index++) {
      if (index > 0) out.mark(COMMA);
      const isBody = this.#key() && this.#depth === 1;
      out.mark(COLON);
      if (isBody) this.bodyStart = out.length;
      this.#term();
      if (isBody) this.bodyEnd = out.length;
    }
    out.mark(CLOSE_BRACE);
    this.#depth -= 1;
  }

  /** Writes a key; whether it is `d`. */
  #key(): boolean {
    const tag = this.#u8();
    switch (tag) {
      case EtfTag.Binary:
        return this.#text(this.#u32());
      case EtfTag.SmallAtomUtf8:
        return this.#text(this.#u8());
      case EtfTag.AtomUtf8:
        return this.#text(this.#u16());
      case EtfTag.SmallAtom:
        return this.#latin1(this.#u8());
      case EtfTag.Atom:
        return this.#latin1(this.#u16());
      default:
        return this.#numberKey(tag);
    }
  }

  #numberKey(tag: number): boolean {
    const { SmallInteger, Integer, SmallBig, LargeBig } = EtfTag;
    if (tag !== SmallInteger && tag !== Integer && tag !== SmallBig && tag !== LargeBig)
      throw malformed('a map key is neither text nor number');
    if (tag === SmallBig || tag === LargeBig) {
      this.#bigDigits(tag === SmallBig ? this.#u8() : this.#u32(), true);
      return false;
    }
    this.#out.mark(QUOTE);
    this.#out.integer(tag === SmallInteger ? this.#u8() : this.#i32());
    this.#out.mark(QUOTE);
    return false;
  }

  #atom(length: number, tag: number): void {
    const literal = literalOf(this.#bytes, this.#at, length);
    if (literal !== undefined) {
      this.#take(length);
      this.#out.plain(literal);
    } else if (tag === EtfTag.SmallAtomUtf8 || tag === EtfTag.AtomUtf8) this.#text(length);
    else this.#latin1(length);
  }

  #list(length: number): void {
    this.#elements(length);
    if (this.#u8() !== EtfTag.Nil) throw malformed('a list without a proper end');
  }

  #elements(length: number): void {
    this.#enter(length);
    this.#out.mark(OPEN_BRACKET);
    for (let index = 0; index < length; index++) {
      if (index > 0) this.#out.mark(COMMA);
      this.#term();
    }
    this.#out.mark(CLOSE_BRACKET);
    this.#depth -= 1;
  }

  #byteList(length: number): void {
    const start = this.#take(length);
    this.#out.plain(`[${this.#bytes.subarray(start, this.#at).join(',')}]`);
  }

  #big(length: number): void {
    this.#bigDigits(length, false);
  }

  /** Writes an integer of any length: as a number where one holds it exactly and it is no key, else as a string. */
  #bigDigits(length: number, isKey: boolean): void {
    if (length > MAX_BIG_BYTES) throw malformed(`an integer of ${length} bytes`);
    const isNegative = this.#u8() !== 0;
    const start = this.#take(length);
    if (length <= 8 && !isNegative) {
      this.#unsigned(this.#half(start, length, 4), this.#half(start, length, 0), isKey);
      return;
    }
    let magnitude = 0n;
    for (let at = this.#at - 1; at >= start; at--) magnitude = (magnitude << 8n) | BigInt(this.#bytes[at]!);
    const value = isNegative ? -magnitude : magnitude;
    const isText = isKey || !Number.isSafeInteger(Number(value));
    this.#out.plain(isText ? `"${value}"` : value.toString());
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

  #float(value: number): void {
    if (Object.is(value, -0)) this.#out.plain('-0');
    else this.#out.plain(Number.isFinite(value) ? String(value) : 'null');
  }

  #oldFloat(): number {
    const start = this.#take(FLOAT_TEXT_BYTES);
    const text = this.#bytes.toString('latin1', start, this.#at).replace(/\0+$/, '');
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) throw malformed('a float that is no number');
    return value;
  }

  /** Writes UTF-8 as a string; whether it is `d`. */
  #text(length: number): boolean {
    const start = this.#take(length);
    this.#out.string(this.#bytes, start, this.#at);
    return length === 1 && this.#bytes[start] === LOWER_D;
  }

  #latin1(length: number): boolean {
    const start = this.#take(length);
    const utf8 = Buffer.from(this.#bytes.toString('latin1', start, this.#at));
    this.#out.string(utf8, 0, utf8.length);
    return length === 1 && this.#bytes[start] === LOWER_D;
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

/** What an atom means in JSON; `undefined` for one that is text. */
function literalOf(bytes: Buffer, start: number, length: number): string | undefined {
  const candidates = literals[length];
  if (candidates === undefined) return undefined;
  for (const { atom, meaning } of candidates) if (isAt(atom, bytes, start)) return meaning;
  return undefined;
}

function isAt(atom: string, bytes: Buffer, start: number): boolean {
  for (let index = 0; index < atom.length; index++)
    if (bytes[start + index] !== atom.charCodeAt(index)) return false;
  return true;
}

/** Atoms that are no text, by their length. */
const literals: readonly (readonly { readonly atom: string; readonly meaning: string }[] | undefined)[] = [
  undefined,
  undefined,
  undefined,
  [{ atom: 'nil', meaning: 'null' }],
  [
    { atom: 'null', meaning: 'null' },
    { atom: 'true', meaning: 'true' },
  ],
  [{ atom: 'false', meaning: 'false' }],
  undefined,
  undefined,
  undefined,
  [{ atom: 'undefined', meaning: 'null' }],
];

function malformed(detail: string, cause?: unknown): GatewayDecodeError {
  return new GatewayDecodeError('etf', detail, { cause });
}
