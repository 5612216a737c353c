/** Bytes that arrived in chunks of any size and are taken off in pieces of another. */
export class ByteQueue {
  #bytes: Buffer = Buffer.alloc(0);
  #start = 0;
  #offset = 0;

  /** Bytes that wait. */
  get length(): number {
    return this.#bytes.length - this.#start;
  }

  /** How many bytes were taken so far: where in the input the next one is. */
  get offset(): number {
    return this.#offset;
  }

  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#bytes = this.length === 0 ? bytes : Buffer.concat([this.#bytes.subarray(this.#start), bytes]);
    this.#start = 0;
  }

  /** What waits, without taking it: all, or at most `length` bytes. */
  peek(length = this.length): Buffer {
    return this.#bytes.subarray(this.#start, this.#start + length);
  }

  /** Takes `length` bytes, which must be there; they stay as they are when more is pushed. */
  take(length: number): Buffer {
    const bytes = this.peek(length);
    this.skip(length);
    return bytes;
  }

  skip(length: number): void {
    this.#start += length;
    this.#offset += length;
  }

  /** Skips what has arrived of the next `length` bytes; gives how many are still to skip. */
  skipArrived(length: number): number {
    const now = Math.min(this.length, length);
    this.skip(now);
    return length - now;
  }
}
