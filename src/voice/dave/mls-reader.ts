/** Reads the presentation language of MLS. @see https://www.rfc-editor.org/rfc/rfc9420#section-2.1 */
export class MlsReader {
  readonly #bytes: Buffer;
  #offset = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get offset(): number {
    return this.#offset;
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.#bytes.length;
  }

  /** Takes bytes. @throws {RangeError} when there are not so many left. */
  take(length: number): Buffer {
    const end = this.#offset + length;
    if (end > this.#bytes.length)
      throw new RangeError(`MLS data ends at ${this.#bytes.length}, not at ${end} or later`);
    const taken = this.#bytes.subarray(this.#offset, end);
    this.#offset = end;
    return taken;
  }

  uint8(): number {
    return this.take(1)[0]!;
  }

  uint16(): number {
    return this.take(2).readUInt16BE();
  }

  uint32(): number {
    return this.take(4).readUInt32BE();
  }

  uint64(): bigint {
    return this.take(8).readBigUInt64BE();
  }

  /** Length whose two highest bits say how many bytes it takes: 1, 2 or 4. */
  length(): number {
    const first = this.uint8();
    const rest = [0, 1, 3][first >> 6];
    if (rest === undefined) throw new RangeError('MLS data has a length of 8 bytes, which MLS does not use');
    let length = first & 0x3f;
    for (const byte of this.take(rest)) length = length * 256 + byte;
    return length;
  }

  /** Bytes behind a length. */
  vector(): Buffer {
    return this.take(this.length());
  }
}
