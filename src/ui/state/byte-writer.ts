/** Writes small values into as few bytes as they need. */
export class ByteWriter {
  readonly #chunks: number[] = [];

  byte(value: number): void {
    this.#chunks.push(value & 0xff);
  }

  bytes(values: Uint8Array): void {
    for (const value of values) this.#chunks.push(value);
  }

  /** Whole number from 0 to 2^53, seven bits per byte. */
  unsigned(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.#chunks.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#chunks.push(rest);
  }

  text(value: string): void {
    const bytes = Buffer.from(value, 'utf8');
    this.unsigned(bytes.length);
    this.bytes(bytes);
  }

  toBuffer(): Buffer {
    return Buffer.from(this.#chunks);
  }
}
