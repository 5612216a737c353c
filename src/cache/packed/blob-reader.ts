import type { Buffer } from 'node:buffer';

/** Reads what a `BlobWriter` wrote, in the same order. */
export class BlobReader {
  readonly #page: Buffer;
  #at: number;

  constructor(page: Buffer, start: number) {
    this.#page = page;
    this.#at = start;
  }

  byte(): number {
    return this.#page[this.#at++]!;
  }

  count(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  time(): number {
    const value = this.#page.readUIntLE(this.#at, 6);
    this.#at += 6;
    return value;
  }

  text(): string {
    const first = this.byte();
    if (first < 128) return this.#take('latin1', first);
    const length = this.#page.readUInt16LE(this.#at);
    this.#at += 2;
    return this.#take('utf8', length);
  }

  imageHash(): string {
    const mark = this.byte();
    if (mark === 2) return this.text();
    const digits = this.#take('hex', 16);
    return mark === 1 ? `a_${digits}` : digits;
  }

  #take(encoding: 'latin1' | 'utf8' | 'hex', length: number): string {
    const text = this.#page.toString(encoding, this.#at, this.#at + length);
    this.#at += length;
    return text;
  }
}
