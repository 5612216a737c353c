/**
 * Memory for what lives long, apart from the memory in which frames and answers come and go.
 *
 * What is allocated in the usual way lies between the short-lived buffers of sockets, and the allocator cannot give the
 * gaps that those leave back to the system: with a thousand guilds they were a fifth of the process. WebAssembly's memory
 * is mapped by itself, page by page as it is first written to, and needs no WebAssembly.
 */

declare const WebAssembly: { readonly Memory: new (size: { readonly initial: number }) => Mapping };

/** Memory that the system maps by itself. */
interface Mapping {
  readonly buffer: ArrayBuffer;
  /** Adds pages at its end, and makes the buffer anew. */
  grow(pages: number): number;
}

/** Size of a page of such memory. */
export const MEMORY_PAGE_BYTES = 65_536;

/** Piece of a larger memory, which is freed when nothing refers to any part of it. */
export interface MemoryPiece {
  readonly memory: ArrayBuffer;
  readonly start: number;
}

const FIRST_PAGES = 16;
/** Size from which on memory is mapped by itself: a page of the system. */
const SMALL_BYTES = 4096;
const MOST_PAGES = 512;
/** A new region is this part of all that were handed out before it. */
const GROWTH = 5;

/** Hands out pieces of whole pages, from regions that grow with the demand. */
export class PageMemory {
  #region = new ArrayBuffer(0);
  #used = 0;
  #pages = 0;

  /** Takes zeroed memory of so many pages. */
  take(pages: number): MemoryPiece {
    const length = pages * MEMORY_PAGE_BYTES;
    if (this.#used + length > this.#region.byteLength) this.#open(pages);
    const start = this.#used;
    this.#used += length;
    return { memory: this.#region, start };
  }

  #open(least: number): void {
    const wanted = Math.min(Math.floor(this.#pages / GROWTH), MOST_PAGES);
    const pages = Math.max(least, FIRST_PAGES, wanted);
    this.#region = mapped(pages);
    this.#used = 0;
    this.#pages += pages;
  }
}

/** Memory of all caches of the process: the fewer regions, the fewer of their handles lie between what comes and goes. */
export const pageMemory: PageMemory = new PageMemory();

/** Mapped memories by what they are at present, so that they can grow where they are. */
const mappings = new WeakMap<ArrayBuffer, Mapping>();

/** Zeroed memory of at least so many bytes: mapped by itself, or from the usual allocator when it is small. */
export function lastingMemory(bytes: number): ArrayBuffer {
  return bytes < SMALL_BYTES ? new ArrayBuffer(bytes) : mapped(pagesOf(bytes));
}

/**
 * The same bytes in memory of at least so many, with zeroes behind them; mapped memory grows without being copied.
 *
 * The memory given is of no more use: views of it may be empty.
 */
export function grownMemory(memory: ArrayBuffer, bytes: number): ArrayBuffer {
  const mapping = mappings.get(memory);
  if (mapping && growTo(mapping, bytes)) return mapping.buffer;
  const grown = lastingMemory(bytes);
  new Uint8Array(grown).set(new Uint8Array(memory));
  return grown;
}

function growTo(mapping: Mapping, bytes: number): boolean {
  const more = pagesOf(bytes) - mapping.buffer.byteLength / MEMORY_PAGE_BYTES;
  try {
    if (more > 0) mapping.grow(more);
  } catch {
    return false;
  }
  mappings.set(mapping.buffer, mapping);
  return true;
}

function pagesOf(bytes: number): number {
  return Math.ceil(bytes / MEMORY_PAGE_BYTES);
}

/** Memory of its own, or from the usual allocator where a process may not reserve addresses for it. */
function mapped(pages: number): ArrayBuffer {
  try {
    const mapping = new WebAssembly.Memory({ initial: pages });
    mappings.set(mapping.buffer, mapping);
    return mapping.buffer;
  } catch {
    return new ArrayBuffer(pages * MEMORY_PAGE_BYTES);
  }
}
