import { Buffer } from 'node:buffer';
import { copyBytes } from './copy-bytes.js';

const LIMIT = 60_000;
const LONGEST_TEXT = 8_000;
const BACKSLASH = 0x5c;

/** Bytes of one record while they are put together: text, counts, times and image hashes, each as short as it can be. */
export class BlobWriter {
  readonly bytes: Buffer = Buffer.allocUnsafeSlow(LIMIT + 8192);
  length = 0;

  /** Starts the next record. */
  reset(): this {
    this.length = 0;
    return this;
  }

  byte(value: number): void {
    this.bytes[this.length++] = value;
  }

  /** Number below 65,536, in two bytes. */
  short(value: number): void {
    this.length = this.bytes.writeUInt16LE(value, this.length);
  }

  /** Bytes as they are, from `start` to `end`. */
  raw(source: Buffer, start: number, end: number): void {
    copyBytes(source, start, end - start, this.bytes, this.length);
    this.length += end - start;
  }

  /** Whole number from 0 to 2^53, seven bits to a byte. */
  count(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.length++] = rest;
  }

  /** Milliseconds of a date, in six bytes. */
  time(timeMs: number): void {
    this.length = this.bytes.writeUIntLE(Math.max(0, timeMs), this.length, 6);
  }

  /** Text of any length that a record of Discord's can have; longer text is cut. */
  text(text: string): void {
    const { length } = text;
    const start = this.length;
    let isNarrow = length < 128;
    for (let i = 0; isNarrow && i < length; i++) {
      const code = text.charCodeAt(i);
      isNarrow = code < 128;
      this.bytes[start + 1 + i] = code;
    }
    this.bytes[start] = length;
    this.length = start + 1 + length;
    if (!isNarrow) this.#wideText(text, start);
  }

  /** The JSON string from `start` to `end`, quotes included: its bytes are copied unless some are escaped. */
  jsonText(json: Buffer, start: number, end: number): void {
    const from = start + 1;
    const length = end - start - 2;
    const at = this.length + 1;
    let isNarrow = length < 128;
    for (let i = 0; i < length; i++) {
      const byte = json[from + i]!;
      if (byte === BACKSLASH) {
        this.text(JSON.parse(json.toString('utf8', start, end)) as string);
        return;
      }
      if (byte >= 128) isNarrow = false;
      this.bytes[at + i] = byte;
    }
    if (!isNarrow) {
      this.#wideJson(json, from, end - 1);
      return;
    }
    this.bytes[this.length] = length;
    this.length = at + length;
  }

  /** Hash of an image in a JSON string, as `imageHash` writes it. */
  jsonImageHash(json: Buffer, start: number, end: number): void {
    const isAnimated = json[start + 1] === 97 && json[start + 2] === 95;
    const from = start + (isAnimated ? 3 : 1);
    if (end - 1 - from !== 32 || !this.#hexadecimalBytes(json, from)) {
      this.imageHash(JSON.parse(json.toString('utf8', start, end)) as string);
      return;
    }
    this.bytes[this.length] = isAnimated ? 1 : 0;
    this.length += 17;
  }

  /** Hash of an image: 16 bytes and a mark when it is the usual 32 hexadecimal digits, else text. */
  imageHash(hash: string): void {
    const isAnimated = hash.charCodeAt(0) === 97 && hash.charCodeAt(1) === 95;
    const from = isAnimated ? 2 : 0;
    if (hash.length - from !== 32 || !this.#hexadecimal(hash, from)) {
      this.byte(2);
      this.text(hash);
      return;
    }
    this.bytes[this.length] = isAnimated ? 1 : 0;
    this.length += 17;
  }

  /** Whether the bytes are those found at `start` of `page`. */
  equals(page: Buffer, start: number): boolean {
    const { bytes, length } = this;
    for (let i = 0; i < length; i++) if (page[start + i] !== bytes[i]) return false;
    return true;
  }

  copyTo(page: Buffer, start: number): void {
    this.bytes.copy(page, start, 0, this.length);
  }

  /** Writes 16 bytes after the mark; `false` at a character that is not a small hexadecimal digit. */
  #hexadecimal(hash: string, from: number): boolean {
    for (let i = 0; i < 16; i++) {
      const high = hexDigit(hash.charCodeAt(from + i * 2));
      const low = hexDigit(hash.charCodeAt(from + i * 2 + 1));
      if (high < 0 || low < 0) return false;
      this.bytes[this.length + 1 + i] = (high << 4) | low;
    }
    return true;
  }

  #hexadecimalBytes(json: Buffer, from: number): boolean {
    for (let i = 0; i < 16; i++) {
      const high = hexDigit(json[from + i * 2]!);
      const low = hexDigit(json[from + i * 2 + 1]!);
      if (high < 0 || low < 0) return false;
      this.bytes[this.length + 1 + i] = (high << 4) | low;
    }
    return true;
  }

  #wideJson(json: Buffer, from: number, to: number): void {
    if (to - from > LONGEST_TEXT || this.length > LIMIT - LONGEST_TEXT) {
      this.#wideText(json.toString('utf8', from, to), this.length);
      return;
    }
    this.bytes[this.length] = 128;
    this.bytes.writeUInt16LE(to - from, this.length + 1);
    json.copy(this.bytes, this.length + 3, from, to);
    this.length += 3 + to - from;
  }

  /** Text with its first byte's high bit set, the length in the next two bytes, then UTF-8. */
  #wideText(text: string, start: number): void {
    const room = Math.max(0, LIMIT - start);
    const written = this.bytes.write(text, start + 3, Math.min(room, LONGEST_TEXT), 'utf8');
    this.bytes[start] = 128;
    this.bytes.writeUInt16LE(written, start + 1);
    this.length = start + 3 + written;
  }
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}
