import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { grownMemory, lastingMemory, MEMORY_PAGE_BYTES, PageMemory } from '../../src/cache/page-memory.js';

describe('memory of whole pages', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is zeroed, and no piece of it overlaps another', () => {
    const memory = new PageMemory();
    const sizes = Array.from({ length: 200 }, (_, index) => (index % 7) + 1);
    const pieces = sizes.map((pages, index) => {
      const { memory: region, start } = memory.take(pages);
      const bytes = new Uint8Array(region, start, pages * MEMORY_PAGE_BYTES);
      expect([bytes[0], bytes.at(-1)]).toEqual([0, 0]);
      return bytes.fill(index + 1);
    });
    expect(pieces.map((bytes) => [bytes[0], bytes.at(-1)])).toEqual(
      sizes.map((_, index) => [index + 1, index + 1]),
    );
  });

  it('comes from few regions, which grow with the demand', () => {
    const memory = new PageMemory();
    const regions = new Set(Array.from({ length: 4000 }, () => memory.take(1).memory));
    expect(regions.size).toBeLessThan(60);
    const bytes = [...regions].reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytes).toBeLessThan(4000 * MEMORY_PAGE_BYTES * 1.2);
  });

  it('takes more at once than a region has', () => {
    const { memory, start } = new PageMemory().take(1000);
    expect(memory.byteLength - start).toBe(1000 * MEMORY_PAGE_BYTES);
  });

  it('holds as many bytes as were asked for, below a page and above', () => {
    expect(lastingMemory(100).byteLength).toBe(100);
    expect(lastingMemory(MEMORY_PAGE_BYTES + 1).byteLength).toBe(2 * MEMORY_PAGE_BYTES);
  });

  it.each([
    ['of less than a page', 1000, 2000],
    ['that becomes a page', 1000, 70_000],
    ['of pages, which grows in its place', 70_000, 1_000_000],
    ['of pages, by nothing', 70_000, 70_001],
  ])('keeps what is in memory %s, and has zeroes behind it', (_, before, after) => {
    const memory = lastingMemory(before);
    new Uint8Array(memory).fill(7);
    const filled = memory.byteLength;
    const grown = new Uint8Array(grownMemory(memory, after));
    expect(grown.length).toBeGreaterThanOrEqual(Math.max(after, filled));
    expect([grown[0], grown[filled - 1]]).toEqual([7, 7]);
    expect(grown.subarray(filled).every((byte) => byte === 0)).toBe(true);
  });

  it('is copied where it cannot grow in its place', () => {
    const memory = lastingMemory(MEMORY_PAGE_BYTES);
    new Uint8Array(memory).fill(7);
    const { WebAssembly } = globalThis as unknown as {
      WebAssembly: { Memory: { prototype: { grow(): number } } };
    };
    jest.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('WebAssembly.Memory.grow(): maximum memory size exceeded');
    });
    const grown = new Uint8Array(grownMemory(memory, 2 * MEMORY_PAGE_BYTES));
    expect([grown[MEMORY_PAGE_BYTES - 1], grown[MEMORY_PAGE_BYTES], grown.length]).toEqual([
      7,
      0,
      2 * MEMORY_PAGE_BYTES,
    ]);
  });

  it('comes from the usual allocator where no addresses can be reserved', () => {
    const refuse = (): never => {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    };
    const { WebAssembly } = globalThis as unknown as { WebAssembly: { Memory: () => never } };
    jest.spyOn(WebAssembly, 'Memory').mockImplementation(refuse);
    expect(lastingMemory(MEMORY_PAGE_BYTES).byteLength).toBe(MEMORY_PAGE_BYTES);
    expect(new PageMemory().take(2).memory.byteLength).toBe(16 * MEMORY_PAGE_BYTES);
  });
});
