import { Buffer } from 'node:buffer';
import type { PaddedBytes } from './padded-bytes.js';
import { ReusedBytes } from './reused-bytes.js';

const HUNDRED_MILLION = 100_000_000;
const TWO_32 = 4_294_967_296;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const LOWER_U = 0x75;
const FIRST_PRINTABLE = 0x20;
// The same four times over, for four bytes that are looked at as one number.
const ONES = 0x01010101;
const QUOTES = QUOTE * ONES;
const BACKSLASHES = BACKSLASH * ONES;
const FIRST_PRINTABLES = FIRST_PRINTABLE * ONES;
const HIGH_BITS = 0x80808080 | 0;

const hexDigits = Buffer.from('0123456789abcdef');
/** Characters of the numbers from 00 to 99, the first in the lower byte. */
const pairs = Uint16Array.from(
  { length: 100 },
  (_, number) => ZERO + Math.floor(number / 10) + ((ZERO + (number % 10)) << 8),
);

/**
 * Writes JSON text.
 *
 * Room for the whole is made at the start, so that nothing is checked for each of a thousand small pieces; a few bytes
 * behind a piece may be overwritten with it. Every method takes the offset to write at and gives the one behind what it
 * wrote: a field would be stored and loaded again for every piece.
 */
export class JsonWriter extends ReusedBytes {
  /** Bytes of the last string, in which the highest bit tells whether all were ASCII. */
  #seen = 0;

  /** Text of ASCII characters as it is: a literal, or a number. */
  plain(text: string, to: number): number {
    for (let index = 0; index < text.length; index++) this.bytes[to + index] = text.charCodeAt(index);
    return to + text.length;
  }

  /** Four characters of ASCII, the first in the lowest byte. */
  four(characters: number, to: number): number {
    this.view.setInt32(to, characters, true);
    return to + 4;
  }

  /** String from UTF-8 bytes. */
  string({ view: source }: PaddedBytes, start: number, length: number, to: number): number {
    const view = this.view;
    view.setUint8(to, QUOTE);
    const shift = to + 1 - start;
    const end = start + length;
    const last = end - 4;
    let odd = 0;
    let seen = 0;
    for (let at = start; at < last; at += 4) {
      const four = source.getInt32(at, true);
      view.setInt32(at + shift, four, true);
      odd |= oddOf(four);
      seen |= four;
    }
    // The last four overlap those before; fewer than four are filled up with spaces.
    let four: number;
    if (length < 4) {
      four = fewer(source.getInt32(start, true), length);
      view.setInt32(to + 1, four, true);
    } else {
      four = source.getInt32(last, true);
      view.setInt32(last + shift, four, true);
    }
    odd |= oddOf(four);
    this.#seen = seen | four;
    const quoteAt = (odd & HIGH_BITS) === 0 ? end + shift : this.#escaped(source, start, end, to + 1);
    view.setUint8(quoteAt, QUOTE);
    return quoteAt + 1;
  }

  /** String from bytes of Latin-1. */
  latin1(source: PaddedBytes, start: number, length: number, to: number): number {
    const end = this.string(source, start, length, to);
    if ((this.#seen & HIGH_BITS) === 0) return end;
    const utf8 = Buffer.from(JSON.stringify(source.bytes.toString('latin1', start, start + length)));
    this.bytes.set(utf8, to);
    return to + utf8.length;
  }

  /** Whole number of 32 bits. */
  integer(value: number, to: number): number {
    return value < 0 ? this.plain(String(value), to) : this.#digits(value, to);
  }

  /** Whole number below 2^64, given as two halves. */
  unsigned64(high: number, low: number, to: number): number {
    // The quotient of the rounded value is at most one off; then so is the remainder, whose lower 32 bits are exact.
    let rest = Math.floor((high * TWO_32 + low) / HUNDRED_MILLION);
    let last = (low - Math.imul(rest, HUNDRED_MILLION)) | 0;
    if (last < 0) {
      rest -= 1;
      last += HUNDRED_MILLION;
    } else if (last >= HUNDRED_MILLION) {
      rest += 1;
      last -= HUNDRED_MILLION;
    }
    if (rest === 0) return this.#digits(last, to);
    const top = Math.floor(rest / HUNDRED_MILLION);
    const middle = (rest - top * HUNDRED_MILLION) | 0;
    const at = top === 0 ? this.#digits(middle, to) : this.#eightDigits(middle, this.#digits(top, to));
    return this.#eightDigits(last, at);
  }

  /** Writes the inside of a string anew. */
  #escaped(source: DataView, start: number, end: number, to: number): number {
    const { bytes } = this;
    let at = to;
    for (let index = start; index < end; index++) {
      const byte = source.getUint8(index);
      if (byte < FIRST_PRINTABLE) {
        bytes[at++] = BACKSLASH;
        bytes[at++] = LOWER_U;
        bytes[at++] = ZERO;
        bytes[at++] = ZERO;
        bytes[at++] = hexDigits[byte >> 4]!;
        bytes[at++] = hexDigits[byte & 15]!;
        continue;
      }
      if (byte === QUOTE || byte === BACKSLASH) bytes[at++] = BACKSLASH;
      bytes[at++] = byte;
    }
    return at;
  }

  /** Number below 2^31, two digits at once from its end. */
  #digits(value: number, to: number): number {
    const view = this.view;
    let count = 1;
    for (let power = 10; power <= value; power *= 10) count += 1;
    let rest = value | 0;
    let at = to + count;
    for (; rest >= 10; at -= 2) {
      const quotient = (rest / 100) | 0;
      view.setUint16(at - 2, pairs[rest - quotient * 100]!, true);
      rest = quotient;
    }
    if (at > to) view.setUint8(to, ZERO + rest);
    return to + count;
  }

  /** Number below a hundred million, with zeros before it. */
  #eightDigits(value: number, to: number): number {
    const first = (value / 10_000) | 0;
    this.four(fourDigits(first), to);
    return this.four(fourDigits(value - first * 10_000), to + 4);
  }
}

/** The highest bit of one of the four bytes is set if one of them may not stand in a JSON string as it is. */
function oddOf(four: number): number {
  // Taking a number from a byte borrows from its highest bit if the byte is smaller.
  return ((four - FIRST_PRINTABLES) | ((four ^ QUOTES) - ONES) | ((four ^ BACKSLASHES) - ONES)) & ~four;
}

/** The first `length` of four bytes, the others made spaces. */
function fewer(four: number, length: number): number {
  const mask = (1 << (length << 3)) - 1;
  return (four & mask) | (FIRST_PRINTABLES & ~mask);
}

function fourDigits(value: number): number {
  const first = (value / 100) | 0;
  return pairs[first]! | (pairs[value - first * 100]! << 16);
}
