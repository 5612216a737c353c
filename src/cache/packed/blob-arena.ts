import { Buffer } from 'node:buffer';
import { MEMORY_PAGE_BYTES, PageMemory } from '../page-memory.js';
import type { BlobWriter } from './blob-writer.js';
import { copyBytes } from './copy-bytes.js';

const PAGE_BYTES = MEMORY_PAGE_BYTES;
const HEADER_BYTES = 2;

/**
 * Byte strings of varying length in pages of 64 KiB: the text and the rare fields of packed records.
 *
 * An address is page × 65,536 + offset, and 0 is no address. Each string keeps the room it was given, so a change that
 * fits is made in place; what does not fit moves to the end, and the owner compacts when half of the pages are waste.
 */
export class BlobArena {
  #memory = new PageMemory();
  #pages: Buffer[] = [];
  #used = PAGE_BYTES;
  #wasted = 0;

  /** Bytes held, waste included. */
  get byteLength(): number {
    return this.#pages.length * PAGE_BYTES;
  }

  /** Whether compacting would give back at least half of the memory. */
  get isWasteful(): boolean {
    return this.#wasted > PAGE_BYTES * 4 && this.#wasted * 2 > this.byteLength;
  }

  /** Page that an address is in. */
  pageOf(address: number): Buffer {
    return this.#pages[Math.floor(address / PAGE_BYTES)]!;
  }

  /** Offset in its page at which the bytes of an address begin. */
  startOf(address: number): number {
    return (address % PAGE_BYTES) + HEADER_BYTES;
  }

  /** Writes new bytes and returns their address. */
  append(blob: BlobWriter): number {
    return this.#appendBytes(blob.bytes, 0, blob.length);
  }

  /**
   * Puts other bytes in the place of those at `address`.
   *
   * Returns the address they have now, or -1 when they are the same already.
   */
  replace(address: number, blob: BlobWriter): number {
    const page = this.pageOf(address);
    const start = this.startOf(address);
    if (blob.equals(page, start)) return -1;
    const room = page.readUInt16LE(start - HEADER_BYTES);
    if (blob.length > room) {
      this.#wasted += room + HEADER_BYTES;
      return this.append(blob);
    }
    blob.copyTo(page, start);
    return address;
  }

  /** Gives the room of an address up. */
  free(address: number): void {
    this.#wasted += this.pageOf(address).readUInt16LE(this.startOf(address) - HEADER_BYTES) + HEADER_BYTES;
  }

  /** Copies what the addresses name to fresh pages and corrects the addresses; rows with 0 are skipped. */
  compact(addresses: Uint32Array, count: number): void {
    const old = this.#pages;
    this.#memory = new PageMemory(); // the old one is freed as a whole
    this.#pages = [];
    this.#used = PAGE_BYTES;
    this.#wasted = 0;
    for (let row = 0; row < count; row++) {
      const address = addresses[row]!;
      if (address === 0) continue;
      const page = old[Math.floor(address / PAGE_BYTES)]!;
      const start = (address % PAGE_BYTES) + HEADER_BYTES;
      addresses[row] = this.#appendBytes(page, start, page.readUInt16LE(start - HEADER_BYTES));
    }
  }

  #appendBytes(source: Buffer, from: number, length: number): number {
    const needed = length + HEADER_BYTES;
    if (this.#used + needed > PAGE_BYTES) this.#addPage();
    const page = this.#pages[this.#pages.length - 1]!;
    const offset = this.#used;
    page.writeUInt16LE(length, offset);
    copyBytes(source, from, length, page, offset + HEADER_BYTES);
    this.#used += needed;
    return (this.#pages.length - 1) * PAGE_BYTES + offset;
  }

  #addPage(): void {
    if (this.#pages.length > 0) this.#wasted += PAGE_BYTES - this.#used;
    this.#used = this.#pages.length === 0 ? 1 : 0;
    const { memory, start } = this.#memory.take(1);
    this.#pages.push(Buffer.from(memory, start, PAGE_BYTES));
  }
}
