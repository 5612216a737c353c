import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { grownColumn, MEMORY_PAGE_BYTES, PageMemory } from '../../src/cache/page-memory.js';

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

  it('comes from regions of many pages', () => {
    const memory = new PageMemory();
    const regions = new Set(Array.from({ length: 64 }, () => memory.take(1).memory));
    expect([...regions].map(({ byteLength }) => byteLength)).toEqual(
      Array.from({ length: 4 }, () => 16 * MEMORY_PAGE_BYTES),
    );
  });

  it('takes more at once than a region has', () => {
    const { memory, start } = new PageMemory().take(1000);
    expect(memory.byteLength - start).toBe(1000 * MEMORY_PAGE_BYTES);
  });

  it('comes from the usual allocator where no addresses can be reserved', () => {
    const refuse = (): never => {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    };
    const { WebAssembly } = globalThis as unknown as { WebAssembly: { Memory: () => never } };
    jest.spyOn(WebAssembly, 'Memory').mockImplementation(refuse);
    expect(new PageMemory().take(2).memory.byteLength).toBe(16 * MEMORY_PAGE_BYTES);
  });
});

describe('a column of numbers', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  function grownStepwise(lengths: readonly number[]): Uint32Array {
    return lengths.reduce(
      (column, length) => {
        const grown = grownColumn(column, length);
        expect([grown.length, grown[column.length], grown.at(-1)]).toEqual([length, 0, 0]);
        return grown.fill(length, column.length);
      },
      grownColumn(new Uint32Array(0), 64).fill(64),
    );
  }

  const lengths = [500, 1000, 2000, 20_000, 20_001, 300_000];

  it('keeps its numbers while it grows, and has zeroes behind them', () => {
    const column = grownStepwise(lengths);
    expect([0, 64, 500, 1000, 2000, 20_000, 20_001].map((index) => column[index])).toEqual([64, ...lengths]);
  });

  it('is not copied once it is large: what looked at it before sees the same memory', () => {
    const before = grownColumn(new Uint32Array(0), 20_000);
    const after = grownColumn(before, 200_000);
    after[7] = 42;
    expect(before[7]).toBe(42);
  });

  it('is copied where no addresses can be reserved', () => {
    const { WebAssembly } = globalThis as unknown as { WebAssembly: { Memory: () => never } };
    jest.spyOn(WebAssembly, 'Memory').mockImplementation((): never => {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    });
    expect(grownStepwise(lengths)[20_000]).toBe(20_001);
  });
});
