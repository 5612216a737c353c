const SLOTS = 4_096;
const MAX_KEY_BYTES = 48;

interface Slot {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Strings of map keys by their bytes: the same few hundred keys come again and again, and making a string costs more
 * than comparing bytes. A slot holds one key; another key of the same hash takes its place.
 */
export class KeyTable {
  readonly #slots: (Slot | undefined)[] = new Array(SLOTS);

  /** Text of `bytes` from `start` to `end`, as UTF-8. */
  read(bytes: Buffer, start: number, end: number): string {
    let hash = 0;
    for (let at = start; at < end; at++) hash = (hash * 31 + bytes[at]!) | 0;
    return this.readHashed(bytes, start, end, hash);
  }

  /** The same for bytes whose hash, `hash * 31 + byte` for each from 0 on, was computed on the way. */
  readHashed(bytes: Buffer, start: number, end: number, hash: number): string {
    const length = end - start;
    if (length > MAX_KEY_BYTES) return bytes.toString('utf8', start, end);
    const index = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const slot = this.#slots[index];
    if (slot !== undefined && isSame(slot.bytes, bytes, start, length)) return slot.text;
    const text = bytes.toString('utf8', start, end);
    this.#slots[index] = { bytes: Uint8Array.prototype.slice.call(bytes, start, end), text };
    return text;
  }
}

function isSame(known: Uint8Array, bytes: Buffer, start: number, length: number): boolean {
  if (known.length !== length) return false;
  for (let index = 0; index < length; index++) {
    if (known[index] !== bytes[start + index]) return false;
  }
  return true;
}
