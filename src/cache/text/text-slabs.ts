import { Buffer } from 'node:buffer';
import type { MemoryPiece } from '../page-memory.js';
import { MEMORY_PAGE_BYTES, PageMemory } from '../page-memory.js';

const SLAB_PAGES = 4;
const SLAB_BYTES = SLAB_PAGES * MEMORY_PAGE_BYTES;
/** Room of this size or more gets pages of its own. */
const LARGE = SLAB_BYTES / 4;

/** Texts of all kinds and bots lie side by side: few regions are begun. */
const textPages = new PageMemory();

/**
 * Room for many small texts in few large pieces of memory.
 *
 * Thousands of small allocations that live long, between the short-lived ones of sockets, would keep the process from
 * giving memory back. It is freed when nothing refers to any part of it.
 */
export class TextSlabs {
  #slab: MemoryPiece = { memory: new ArrayBuffer(0), start: 0 };
  #used = 0;
  #room = 0;

  /** Room for numbers and, behind them, for text. */
  take(numbers: number, bytes: number): { readonly table: Uint32Array; readonly text: Buffer } {
    const tableBytes = numbers * Uint32Array.BYTES_PER_ELEMENT;
    const { memory, start } = this.#allocate(tableBytes + bytes);
    return {
      table: new Uint32Array(memory, start, numbers),
      text: Buffer.from(memory, start + tableBytes, bytes),
    };
  }

  #allocate(length: number): MemoryPiece {
    if (length >= LARGE) return textPages.take(Math.ceil(length / MEMORY_PAGE_BYTES));
    if (this.#used + length > this.#room) {
      this.#slab = textPages.take(SLAB_PAGES);
      this.#room = SLAB_BYTES;
      this.#used = 0;
    }
    const start = this.#slab.start + this.#used;
    this.#used += (length + 3) & ~3; // numbers stand at multiples of four
    return { memory: this.#slab.memory, start };
  }
}
