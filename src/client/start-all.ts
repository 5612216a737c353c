import type { Client } from './client.js';

/**
 * Starts several bots of one process at once; resolves when all are ready.
 *
 * Each bot takes its own token from its options. When one cannot start, the others are closed.
 *
 * @example
 * ```ts
 * const cache = new SharedCache();
 * await startAll([new Bot({ cache, token: first }), new Bot({ cache, token: second })]);
 * ```
 * @throws whatever the first failing `start()` throws.
 */
export async function startAll(bots: readonly Client[]): Promise<void> {
  try {
    await Promise.all(bots.map((bot) => bot.start()));
  } catch (error) {
    await Promise.all(bots.map((bot) => bot.close()));
    throw error;
  }
}
