import { Buffer } from 'node:buffer';

const SLAB_BYTES = 262_144;
/** Room of this size or more gets memory of its own. */
const LARGE = SLAB_BYTES / 4;

/**
 * Room for many small texts in few large pieces of memory.
 *
 * Thousands of small allocations that live long, between the short-lived ones of sockets, would keep the process from
 * giving memory back. A slab is freed when nothing refers to any part of it.
 */
export class TextSlabs {
  #slab = new ArrayBuffer(0);
  #used = 0;

  /** Room for numbers and, behind them, for text. */
  take(numbers: number, bytes: number): { readonly table: Uint32Array; readonly text: Buffer } {
    const tableBytes = numbers * Uint32Array.BYTES_PER_ELEMENT;
    const { memory, start } = this.#allocate(tableBytes + bytes);
    return {
      table: new Uint32Array(memory, start, numbers),
      text: Buffer.from(memory, start + tableBytes, bytes),
    };
  }

  #allocate(length: number): { readonly memory: ArrayBuffer; readonly start: number } {
    if (length >= LARGE) return { memory: new ArrayBuffer(length), start: 0 };
    if (this.#used + length > this.#slab.byteLength) {
      this.#slab = new ArrayBuffer(SLAB_BYTES);
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += (length + 3) & ~3; // numbers stand at multiples of four
    return { memory: this.#slab, start };
  }
}
