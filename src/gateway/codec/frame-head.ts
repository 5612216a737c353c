/**
 * Reads `op`, `t` and `s` from the first bytes of a JSON frame, so that an event nobody hears is never parsed.
 *
 * Discord writes `{"t":…,"s":…,"op":…,"d":…}`; any order of the three before `d` is read. A head that is written in
 * another way (numbers as strings, escapes in the name, `d` first) gives `undefined`: the caller parses the whole frame.
 */

import { KeyTable } from '../../utils/key-table.js';
import type { FrameHead } from './gateway-codec.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const OPEN_BRACE = 0x7b;
const ZERO = 0x30;
const NINE = 0x39;
const LOWER_D = 0x64;
const LOWER_N = 0x6e;
const LOWER_O = 0x6f;
const LOWER_P = 0x70;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
/** Beyond this, no head of Discord's reaches; it bounds the work on hostile input. */
const MAX_HEAD_BYTES = 256;

const eventNames = new KeyTable();

/** Head of the JSON frame in `bytes`, or `undefined` when it is not written in a readable order. */
export function readFrameHead(bytes: Buffer): FrameHead | undefined {
  return readUsualHead(bytes) ?? new HeadScanner(bytes).scan();
}

/** Head of a dispatch exactly as Discord writes it, `{"t":"NAME","s":1,"op":0,"d":`: nearly every frame is one. */
function readUsualHead(bytes: Buffer): FrameHead | undefined {
  // {"t":"
  if (bytes[1] !== QUOTE || bytes[2] !== LOWER_T || bytes[3] !== QUOTE || bytes[5] !== QUOTE)
    return undefined;
  let at = 6;
  let hash = 0;
  const last = Math.min(bytes.length, MAX_HEAD_BYTES);
  for (let byte = bytes[at]!; byte !== QUOTE; byte = bytes[++at]!) {
    if (at >= last || byte === BACKSLASH || byte >= 0x80) return undefined;
    hash = (hash * 31 + byte) | 0;
  }
  const nameEnd = at;
  // ","s":
  if (bytes[at + 1] !== COMMA || bytes[at + 3] !== LOWER_S || bytes[at + 5] !== COLON) return undefined;
  at += 6;
  const sStart = at;
  let s = 0;
  for (let digit = bytes[at]! - ZERO; digit >= 0 && digit <= 9; digit = bytes[++at]! - ZERO)
    s = s * 10 + digit;
  // ,"op":0,
  const isUsual =
    at > sStart &&
    bytes[at] === COMMA &&
    bytes[at + 2] === LOWER_O &&
    bytes[at + 3] === LOWER_P &&
    bytes[at + 5] === COLON &&
    bytes[at + 6] === ZERO &&
    bytes[at + 7] === COMMA &&
    // "d":
    bytes[at + 9] === LOWER_D &&
    bytes[at + 11] === COLON;
  return isUsual
    ? { op: 0, t: eventNames.readHashed(bytes, 6, nameEnd, hash), s, bodyAt: at + 12 }
    : undefined;
}

class HeadScanner {
  readonly #bytes: Buffer;
  readonly #end: number;
  #at = 0;
  #op: number | undefined;
  #s: number | null | undefined;
  #t: string | null | undefined;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#end = Math.min(bytes.length, MAX_HEAD_BYTES);
  }

  scan(): FrameHead | undefined {
    if (this.#next() !== OPEN_BRACE) return undefined;
    do {
      if (!this.#member()) return undefined;
      if (this.#op !== undefined && this.#t !== undefined && this.#s !== undefined) {
        return { op: this.#op, t: this.#t, s: this.#s };
      }
    } while (this.#next() === COMMA);
    return undefined;
  }

  /** Reads one `"key":value`; false when the key is none of the three or the value is not plain. */
  #member(): boolean {
    const bytes = this.#bytes;
    if (this.#next() !== QUOTE) return false;
    const first = bytes[this.#at++];
    if (first === LOWER_O) {
      if (bytes[this.#at++] !== LOWER_P || !this.#endOfKey()) return false;
      const op = this.#number();
      if (typeof op === 'number') this.#op = op;
      return typeof op === 'number';
    }
    if (!this.#endOfKey()) return false;
    if (first === LOWER_S) {
      this.#s = this.#number();
      return this.#s !== undefined;
    }
    if (first !== LOWER_T) return false;
    this.#t = this.#name();
    return this.#t !== undefined;
  }

  #endOfKey(): boolean {
    return this.#bytes[this.#at++] === QUOTE && this.#next() === COLON;
  }

  #number(): number | null | undefined {
    let byte = this.#next();
    if (byte === LOWER_N) return this.#null();
    if (byte < ZERO || byte > NINE) return undefined;
    let value = 0;
    while (byte >= ZERO && byte <= NINE) {
      value = value * 10 + (byte - ZERO);
      byte = this.#at < this.#end ? this.#bytes[this.#at]! : 0;
      this.#at += 1;
    }
    this.#at -= 1;
    // A fraction or exponent is no plain number; nor is one that runs out of the head.
    return byte === COMMA || byte === SPACE ? value : undefined;
  }

  #name(): string | null | undefined {
    const byte = this.#next();
    if (byte === LOWER_N) return this.#null();
    if (byte !== QUOTE) return undefined;
    const start = this.#at;
    for (let at = start; at < this.#end; at++) {
      const letter = this.#bytes[at]!;
      if (letter === BACKSLASH || letter >= 0x80) return undefined;
      if (letter === QUOTE) {
        this.#at = at + 1;
        return this.#bytes.toString('latin1', start, at);
      }
    }
    return undefined;
  }

  #null(): null | undefined {
    this.#at += 3;
    return this.#bytes[this.#at - 1] === 0x6c && this.#bytes[this.#at - 3] === 0x75 ? null : undefined;
  }

  /** Next byte that is no space, and past it; 0 at the end. */
  #next(): number {
    while (this.#at < this.#end) {
      const byte = this.#bytes[this.#at++]!;
      if (byte !== SPACE && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
    }
    return 0;
  }
}
