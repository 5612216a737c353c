/** Reads what a `ByteWriter` wrote; past the end it throws a `RangeError`. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new RangeError('The bytes end too early.');
    this.#at += 1;
    return value;
  }

  bytes(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) throw new RangeError('The bytes end too early.');
    const values = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return values;
  }

  unsigned(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
      if (factor > 2 ** 56) throw new RangeError('A number is longer than any that is written.');
    }
  }

  text(): string {
    return this.bytes(this.unsigned()).toString('utf8');
  }
}
