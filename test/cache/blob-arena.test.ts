import { describe, expect, it } from '@jest/globals';
import { BlobArena } from '../../src/cache/packed/blob-arena.js';
import { BlobWriter } from '../../src/cache/packed/blob-writer.js';

const COUNT = 4000;

/** Arena of texts of 1,000 bytes, each of one value, of which all but every tenth are given up again. */
function wastefulArena(): { readonly arena: BlobArena; readonly addresses: Uint32Array } {
  const arena = new BlobArena();
  const writer = new BlobWriter();
  const addresses = Uint32Array.from({ length: COUNT }, (_, row) => {
    writer.reset();
    for (let index = 0; index < 1000; index++) writer.byte(row % 251);
    return arena.append(writer);
  });
  for (let row = 0; row < COUNT; row++) {
    if (row % 10 === 0) continue;
    arena.free(addresses[row]!);
    addresses[row] = 0;
  }
  return { arena, addresses };
}

describe('an arena that was compacted', () => {
  it('has what was not given up, in a tenth of the memory', () => {
    const { arena, addresses } = wastefulArena();
    const before = arena.byteLength;
    expect(arena.isWasteful).toBe(true);
    arena.compact(addresses, COUNT);
    expect([arena.isWasteful, arena.byteLength * 8 < before]).toEqual([false, true]);
    for (let row = 0; row < COUNT; row += 10) {
      const start = arena.startOf(addresses[row]!);
      const bytes = arena.pageOf(addresses[row]!).subarray(start, start + 1000);
      expect(bytes.every((byte) => byte === row % 251)).toBe(true);
    }
  });

  it('refers to none of the memory that it had before, so that all of it can be freed', () => {
    const { arena, addresses } = wastefulArena();
    const memories = (): Set<unknown> =>
      new Set([...addresses].filter(Boolean).map((address) => arena.pageOf(address).buffer));
    const before = memories();
    arena.compact(addresses, COUNT);
    expect([...memories()].filter((memory) => before.has(memory))).toEqual([]);
  });
});
