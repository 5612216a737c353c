/**
 * Memory for what lives long, apart from the memory in which frames and answers come and go.
 *
 * What is allocated in the usual way lies between the short-lived buffers of sockets, and the allocator cannot give the
 * gaps that those leave back to the system: with a thousand guilds they were a fifth of the process. WebAssembly's memory
 * is mapped by itself, page by page as it is first written to, and needs no WebAssembly. What grows in its place is shared
 * memory, though nobody shares it: other memory would detach its buffer, and from the first detached one on the engine
 * checks every access to any.
 */

declare const WebAssembly: {
  readonly Memory: {
    new (size: { readonly initial: number }): { readonly buffer: ArrayBuffer };
    new (size: { readonly initial: number; readonly maximum: number; readonly shared: true }): SharedMapping;
  };
};

/** Memory that grows in its place; views of it before it grew stay as they are. */
interface SharedMapping {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

/** Size of a page of such memory. */
export const MEMORY_PAGE_BYTES = 65_536;

/** Piece of a larger memory, which is freed when nothing refers to any part of it. */
export interface MemoryPiece {
  readonly memory: ArrayBuffer;
  readonly start: number;
}

/** Pages of a region; the smallest piece of it that is in use keeps all of it. */
const REGION_PAGES = 16;
/** Size from which on memory is mapped by itself: a page of the system. */
const SMALL_BYTES = 4096;
/** A column of 1 GiB has 268 million numbers. */
const MOST_COLUMN_PAGES = 16_384;

/**
 * Hands out pieces of whole pages. What is given up together should come from a memory of its own: a region is freed
 * when nothing refers to any piece of it.
 */
export class PageMemory {
  #region = new ArrayBuffer(0);
  #used = 0;

  /** Takes zeroed memory of so many pages. */
  take(pages: number): MemoryPiece {
    const length = pages * MEMORY_PAGE_BYTES;
    if (this.#used + length > this.#region.byteLength) {
      this.#region = mapped(Math.max(pages, REGION_PAGES));
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += length;
    return { memory: this.#region, start };
  }
}

/** Numbers that lie in a row and can become more. */
export type Column = Uint32Array<ArrayBuffer | SharedArrayBuffer>;

const mappings = new WeakMap<ArrayBuffer | SharedArrayBuffer, SharedMapping>();

/** The same numbers and zeroes behind them, `length` in all; a column of some size grows without being copied. */
export function grownColumn(column: Column, length: number): Column {
  const bytes = length * Uint32Array.BYTES_PER_ELEMENT;
  const isLarge = bytes >= SMALL_BYTES;
  const grown = isLarge ? grownInPlace(column, length, bytes) : undefined;
  if (grown) return grown;
  const copy = new Uint32Array(length);
  copy.set(column);
  return copy;
}

/** `undefined` where a process may not reserve addresses. */
function grownInPlace(column: Column, length: number, bytes: number): Column | undefined {
  const pages = Math.ceil(bytes / MEMORY_PAGE_BYTES);
  try {
    const known = mappings.get(column.buffer);
    const mapping =
      known ?? new WebAssembly.Memory({ initial: pages, maximum: MOST_COLUMN_PAGES, shared: true });
    const missing = pages - mapping.buffer.byteLength / MEMORY_PAGE_BYTES;
    if (missing > 0) mapping.grow(missing);
    mappings.set(mapping.buffer, mapping);
    const grown = new Uint32Array(mapping.buffer, 0, length);
    if (!known) grown.set(column);
    return grown;
  } catch {
    return undefined;
  }
}

/** Memory of its own, or from the usual allocator where a process may not reserve addresses for it. */
function mapped(pages: number): ArrayBuffer {
  try {
    return new WebAssembly.Memory({ initial: pages }).buffer;
  } catch {
    return new ArrayBuffer(pages * MEMORY_PAGE_BYTES);
  }
}
