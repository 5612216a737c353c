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
 * The input is not trusted. Every length is checked against what is left before anything is written, numbers may be read a
 * little behind the end, where zeros stand that are no term, depth and sizes are bounded, and whatever is wrong is a
 * `GatewayDecodeError`.
 *
 * @see https://www.erlang.org/doc/apps/erts/erl_ext_dist.html
 */
import { GatewayDecodeError } from '../../errors/gateway-decode-error.js';
import { FALS, literalOf } from './atom-literals.js';
import { inflateTerm } from './compressed-term.js';
import { ETF_VERSION, EtfTag } from './etf-tag.js';
import { JsonWriter } from './json-writer.js';
import { PaddedBytes } from './padded-bytes.js';

const MAX_DEPTH = 512;
const MAX_BIG_BYTES = 1_024;
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
const LOWER_E = 0x65;

/** Writes one term after another. */
export class EtfToJson {
  /** Offset of the value of the outermost key `d` in the text; 0 when there is none. */
  bodyStart = 0;
  /** Offset behind that value. */
  bodyEnd = 0;
  readonly #out = new JsonWriter();
  readonly #source = new PaddedBytes();
  #bytes = this.#source.bytes;
  #view = this.#source.view;
  /** Offset behind the last term. */
  #end = 0;
  /** Offset of the next term. */
  #at = 0;
  #depth = 0;

  /**
   * Writes one whole term; the text is good until the next call.
   *
   * @throws {GatewayDecodeError} when the bytes are not exactly one term that JSON could also express.
   */
  write(bytes: Buffer): Buffer {
    this.#depth = 0;
    this.bodyStart = 0;
    this.bodyEnd = 0;
    if (bytes[0] !== ETF_VERSION) throw malformed('no version byte 131 at the start');
    const isCompressed = bytes[1] === EtfTag.Compressed;
    this.#open(isCompressed ? inflateTerm(bytes) : bytes);
    this.#at = isCompressed ? 0 : 1;
    const length = this.#term(0);
    if (this.#at > this.#end) throw cutOff(this.#end);
    if (this.#at < this.#end) throw malformed(`${this.#end - this.#at} bytes after the term`);
    return this.#out.bytes.subarray(0, length);
  }

  #open(bytes: Buffer): void {
    this.#source.take(bytes);
    this.#bytes = this.#source.bytes;
    this.#view = this.#source.view;
    this.#end = bytes.length;
    this.#out.makeRoom(bytes.length * LONGEST_FORM + 64);
  }

  /** Writes the next term at `to`; gives the offset behind its text, as all that follow do. */
  #term(to: number): number {
    const at = this.#at;
    const tag = this.#bytes[at];
    switch (tag) {
      case EtfTag.Binary:
        return this.#text(at + 5, this.#view.getUint32(at + 1), to);
      case EtfTag.SmallAtomUtf8:
      case EtfTag.SmallAtom:
        return this.#atom(at + 2, this.#bytes[at + 1]!, tag, to);
      case EtfTag.Map:
        this.#at = at + 5;
        return this.#map(this.#view.getUint32(at + 1), to);
      case EtfTag.SmallInteger:
        this.#at = at + 2;
        return this.#out.integer(this.#bytes[at + 1]!, to);
      case EtfTag.Integer:
        this.#at = at + 5;
        return this.#out.integer(this.#view.getInt32(at + 1), to);
      case EtfTag.SmallBig:
        return this.#big(at + 2, this.#bytes[at + 1]!, false, to);
      case EtfTag.List:
        this.#at = at + 5;
        return this.#list(this.#view.getUint32(at + 1), to);
      case EtfTag.Nil:
        this.#at = at + 1;
        this.#out.bytes[to] = OPEN_BRACKET;
        this.#out.bytes[to + 1] = CLOSE_BRACKET;
        return to + 2;
      default:
        return this.#rareTerm(at, tag, to);
    }
  }

  #rareTerm(at: number, tag: number | undefined, to: number): number {
    const start = at + 1;
    if (at >= this.#end) throw cutOff(at);
    switch (tag) {
      case EtfTag.Atom:
      case EtfTag.AtomUtf8:
        return this.#atom(start + 2, this.#view.getUint16(start), tag, to);
      case EtfTag.NewFloat:
        this.#at = start + 8;
        return this.#float(this.#view.getFloat64(start), to);
      case EtfTag.Float:
        return this.#float(this.#oldFloat(start), to);
      case EtfTag.String:
        return this.#byteList(start + 2, this.#view.getUint16(start), to);
      case EtfTag.LargeBig:
        return this.#big(start + 4, this.#view.getUint32(start), false, to);
      case EtfTag.SmallTuple:
        this.#at = start + 1;
        return this.#elements(this.#bytes[start]!, to);
      case EtfTag.LargeTuple:
        this.#at = start + 4;
        return this.#elements(this.#view.getUint32(start), to);
      default:
        throw malformed(`term of kind ${tag} at byte ${at}`);
    }
  }

  #map(size: number, to: number): number {
    const out = this.#out.bytes;
    this.#enter(size * 2);
    const isOutermost = this.#depth === 1;
    let end = to;
    out[end++] = OPEN_BRACE;
    for (let index = 0; index < size; index++) {
      if (index > 0) out[end++] = COMMA;
      const keyAt = this.#at;
      end = this.#key(end);
      out[end++] = COLON;
      const isBody = isOutermost && isBodyKey(this.#view, keyAt);
      if (isBody) this.bodyStart = end;
      end = this.#term(end);
      if (isBody) this.bodyEnd = end;
    }
    out[end++] = CLOSE_BRACE;
    this.#depth -= 1;
    return end;
  }

  #key(to: number): number {
    const at = this.#at;
    const start = at + 1;
    switch (this.#bytes[at]) {
      case EtfTag.Binary:
        return this.#text(start + 4, this.#view.getUint32(start), to);
      case EtfTag.SmallAtomUtf8:
        return this.#text(start + 1, this.#bytes[start]!, to);
      case EtfTag.AtomUtf8:
        return this.#text(start + 2, this.#view.getUint16(start), to);
      case EtfTag.SmallAtom:
        return this.#latin1(start + 1, this.#bytes[start]!, to);
      case EtfTag.Atom:
        return this.#latin1(start + 2, this.#view.getUint16(start), to);
      case EtfTag.SmallBig:
        return this.#big(start + 1, this.#bytes[start]!, true, to);
      case EtfTag.LargeBig:
        return this.#big(start + 4, this.#view.getUint32(start), true, to);
      case EtfTag.SmallInteger:
        this.#at = start + 1;
        return this.#out.plain(`"${this.#bytes[start]}"`, to);
      case EtfTag.Integer:
        this.#at = start + 4;
        return this.#out.plain(`"${this.#view.getInt32(start)}"`, to);
      default:
        throw malformed('a map key is neither text nor number');
    }
  }

  #atom(start: number, length: number, tag: number, to: number): number {
    const literal = literalOf(this.#view, start, length);
    if (literal === 0) return this.#name(start, length, tag, to);
    this.#step(start, length);
    const end = this.#out.four(literal, to);
    if (literal !== FALS) return end;
    this.#out.bytes[end] = LOWER_E;
    return end + 1;
  }

  #name(start: number, length: number, tag: number, to: number): number {
    const isUtf8 = tag === EtfTag.SmallAtomUtf8 || tag === EtfTag.AtomUtf8;
    return isUtf8 ? this.#text(start, length, to) : this.#latin1(start, length, to);
  }

  #list(length: number, to: number): number {
    const end = this.#elements(length, to);
    if (this.#bytes[this.#at] !== EtfTag.Nil) throw malformed('a list without a proper end');
    this.#at += 1;
    return end;
  }

  #elements(length: number, to: number): number {
    const out = this.#out.bytes;
    this.#enter(length);
    let end = to;
    out[end++] = OPEN_BRACKET;
    for (let index = 0; index < length; index++) {
      if (index > 0) out[end++] = COMMA;
      end = this.#term(end);
    }
    out[end++] = CLOSE_BRACKET;
    this.#depth -= 1;
    return end;
  }

  #byteList(start: number, length: number, to: number): number {
    this.#step(start, length);
    return this.#out.plain(`[${this.#bytes.subarray(start, start + length).join(',')}]`, to);
  }

  /** Writes an integer of any length: as a number where one holds it exactly and it is no key, else as a string. */
  #big(signAt: number, length: number, isKey: boolean, to: number): number {
    if (length > MAX_BIG_BYTES) throw malformed(`an integer of ${length} bytes`);
    const start = signAt + 1;
    this.#step(start, length);
    const isNegative = this.#bytes[signAt] !== 0;
    if (length <= 8 && !isNegative) {
      const low = lowBytes(this.#view.getInt32(start, true), length);
      const high = lowBytes(this.#view.getInt32(start + 4, true), length - 4);
      return this.#unsigned(high, low, isKey, to);
    }
    let magnitude = 0n;
    for (let at = start + length - 1; at >= start; at--)
      magnitude = (magnitude << 8n) | BigInt(this.#bytes[at]!);
    const value = isNegative ? -magnitude : magnitude;
    const isText = isKey || !Number.isSafeInteger(Number(value));
    return this.#out.plain(isText ? `"${value}"` : value.toString(), to);
  }

  #unsigned(high: number, low: number, isKey: boolean, to: number): number {
    if (!isKey && high < TWO_21) return this.#out.unsigned64(high, low, to);
    const out = this.#out.bytes;
    out[to] = QUOTE;
    const end = this.#out.unsigned64(high, low, to + 1);
    out[end] = QUOTE;
    return end + 1;
  }

  #float(value: number, to: number): number {
    if (Object.is(value, -0)) return this.#out.plain('-0', to);
    return this.#out.plain(Number.isFinite(value) ? String(value) : 'null', to);
  }

  #oldFloat(start: number): number {
    this.#step(start, FLOAT_TEXT_BYTES);
    const text = this.#bytes.toString('latin1', start, this.#at).replace(/\0+$/, '');
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) throw malformed('a float that is no number');
    return value;
  }

  #text(start: number, length: number, to: number): number {
    this.#step(start, length);
    return this.#out.string(this.#source, start, length, to);
  }

  #latin1(start: number, length: number, to: number): number {
    this.#step(start, length);
    return this.#out.latin1(this.#source, start, length, to);
  }

  /** Goes one level down into something with `count` terms, each of at least one byte. */
  #enter(count: number): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw malformed(`terms nested deeper than ${MAX_DEPTH}`);
    if (count > this.#end - this.#at) throw malformed(`${count} terms where the bytes end before`);
  }

  /** Steps behind the `length` bytes from `start` on, and makes sure that they are there. */
  #step(start: number, length: number): void {
    if (length > this.#end - start) throw cutOff(start);
    this.#at = start + length;
  }
}

function malformed(detail: string): GatewayDecodeError {
  return new GatewayDecodeError('etf', detail);
}

function cutOff(at: number): GatewayDecodeError {
  return malformed(`the bytes end within a term at byte ${at}`);
}

/** The first `count` of four bytes, of which the first is the lowest. */
function lowBytes(four: number, count: number): number {
  if (count >= 4) return four >>> 0;
  return count <= 0 ? 0 : four & ((1 << (count * 8)) - 1);
}

/** Whether the key at `at` is `d`. */
function isBodyKey(view: DataView, at: number): boolean {
  const { AtomUtf8, Atom, Binary, SmallAtom, SmallAtomUtf8 } = EtfTag;
  const tag = view.getUint8(at);
  if (tag === SmallAtom || tag === SmallAtomUtf8)
    return view.getUint8(at + 1) === 1 && view.getUint8(at + 2) === LOWER_D;
  if (tag === Atom || tag === AtomUtf8)
    return view.getUint16(at + 1) === 1 && view.getUint8(at + 3) === LOWER_D;
  return tag === Binary && view.getUint32(at + 1) === 1 && view.getUint8(at + 5) === LOWER_D;
}
