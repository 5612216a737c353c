import { threadId } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import { OffloadError, offload } from 'cogwork';

const outside = 5;

describe('offload', () => {
  test('runs a function in another thread and gives what it returns', async () => {
    const found = await offload(
      async (a: number, b: { readonly n: number }) => {
        const { threadId: here } = await import('node:worker_threads');
        return { sum: a + b.n, here };
      },
      1,
      { n: 2 },
    );
    expect(found.sum).toBe(3);
    expect(found.here).not.toBe(threadId);
  });

  test('lets this thread go on while the work blocks its own', async () => {
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 1);
    await offload(() => {
      const end = Date.now() + 100;
      while (Date.now() < end);
    });
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(5);
  });

  test('takes methods and functions with functions inside', async () => {
    const tools = {
      twice(n: number): number {
        const double = (value: number): number => value * 2;
        return double(n);
      },
    };
    expect(await offload(tools.twice, 4)).toBe(8);
  });

  test('runs the default export of a module, or the one that the hash names', async () => {
    expect(await offload<number>(new URL('./heavy-work.mjs', import.meta.url), 4)).toBe(12);
    const found = await offload<{ threadId: number; args: number[] }>(
      new URL('./heavy-work.mjs#whereAmI', import.meta.url),
      1,
      2,
    );
    expect(found.threadId).not.toBe(threadId);
    expect(found.args).toEqual([1, 2]);
  });

  test('passes on what the work throws', async () => {
    const failing = offload(() => {
      throw new RangeError('too far');
    });
    await expect(failing).rejects.toMatchObject({ name: 'RangeError', message: 'too far' });
  });

  test('says what to do when the function leans on its file, or an argument cannot be copied', async () => {
    await expect(offload(() => outside * 2)).rejects.toThrow(OffloadError);
    await expect(offload(() => outside * 2)).rejects.toThrow(/sees only its arguments.*new URL/s);
    await expect(
      offload(
        (call: () => void) => call,
        () => undefined,
      ),
    ).rejects.toThrow(/Pass plain data/);
  });
});
