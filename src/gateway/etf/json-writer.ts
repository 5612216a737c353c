import { Buffer } from 'node:buffer';

const FIRST_BYTES = 16_384;
/** A buffer that grew beyond this is not kept for the next frame. */
const KEPT_BYTES = 1_048_576;
const BILLION = 1_000_000_000;
const TWO_16 = 65_536;
const TWO_32 = 4_294_967_296;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const ZERO = 0x30;
const LOWER_U = 0x75;
const FIRST_PRINTABLE = 0x20;
/** 1 for bytes that stand in no JSON string as they are. */
const isOdd = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < FIRST_PRINTABLE || byte === QUOTE || byte === BACKSLASH ? 1 : 0,
);
const hexDigits = Buffer.from('0123456789abcdef');

/**
 * Writes JSON text into one buffer, which is used again for the next text.
 *
 * Room for the whole is made at the start, so that nothing is checked for each of a thousand small pieces.
 */
export class JsonWriter {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Text written since `start`; good until the next `start`. */
  get text(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Starts the next text, which takes no more than `room` bytes. */
  start(room: number): void {
    this.#length = 0;
    const isFit = room <= this.#bytes.length && this.#bytes.length <= KEPT_BYTES;
    if (isFit) return;
    const size = Math.max(FIRST_BYTES, room <= KEPT_BYTES ? Math.min(KEPT_BYTES, room * 2) : room);
    if (size !== this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(size);
  }

  /** One character of punctuation. */
  mark(byte: number): void {
    this.#bytes[this.#length++] = byte;
  }

  /** Text of ASCII characters as it is: a literal, or a number. */
  plain(text: string): void {
    const { length } = text;
    const at = this.#length;
    for (let index = 0; index < length; index++) this.#bytes[at + index] = text.charCodeAt(index);
    this.#length = at + length;
  }

  /** String from UTF-8 bytes. */
  string(source: Buffer, start: number, end: number): void {
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = QUOTE;
    // Hardly any text has something to escape, so it is copied first and looked at on the way.
    let odd = 0;
    for (let index = start; index < end; index++) {
      const byte = source[index]!;
      odd |= isOdd[byte]!;
      bytes[at++] = byte;
    }
    if (odd !== 0) at = this.#escaped(source, start, end);
    bytes[at++] = QUOTE;
    this.#length = at;
  }

  /** Whole number of 32 bits. */
  integer(value: number): void {
    if (value < 0) this.#bytes[this.#length++] = MINUS;
    this.#digits(Math.abs(value), 1);
  }

  /** Whole number below 2^64, given as two halves. */
  unsigned64(high: number, low: number): void {
    // Long division by a billion, in steps that stay below 2^53.
    const first = (high % BILLION) * TWO_16 + (low >>> 16);
    const second = (first % BILLION) * TWO_16 + (low & 0xffff);
    const billions =
      Math.floor(high / BILLION) * TWO_32 +
      Math.floor(first / BILLION) * TWO_16 +
      Math.floor(second / BILLION);
    if (billions > 0) this.#digits(billions, 1);
    this.#digits(second % BILLION, billions > 0 ? 9 : 1);
  }

  /** Writes the inside of a string anew, behind its quote. */
  #escaped(source: Buffer, start: number, end: number): number {
    const bytes = this.#bytes;
    let at = this.#length + 1;
    for (let index = start; index < end; index++) {
      const byte = source[index]!;
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

  #digits(value: number, least: number): void {
    let count = 1;
    for (let power = 10; power <= value; power *= 10) count += 1;
    if (count < least) count = least;
    let rest = value;
    for (let at = this.#length + count - 1; at >= this.#length; at--) {
      const quotient = Math.floor(rest / 10);
      this.#bytes[at] = ZERO + rest - quotient * 10;
      rest = quotient;
    }
    this.#length += count;
  }
}
