import type { Client } from './client.js';
import { runProgram } from './run-program.js';
import { startAll } from './start-all.js';

/**
 * Runs several bots as the whole program, until SIGINT or SIGTERM; each takes its own token from its options.
 *
 * When one cannot start or is ended by an error, all are closed, a readable message is printed and the exit code is 1. A
 * bot that is closed on purpose leaves the others running.
 *
 * @example
 * ```ts
 * const cache = new SharedCache();
 * await runAll([new Bot({ cache, token: first }), new Bot({ cache, token: second })]);
 * ```
 */
export async function runAll(bots: readonly Client[]): Promise<void> {
  const all = {
    close: (options?: { readonly keepSession?: boolean }) =>
      Promise.all(bots.map((bot) => bot.close(options))),
    closed: () => firstFailure(bots.map((bot) => bot.closed())),
  };
  await runProgram(
    all,
    () => startAll(bots),
    bots.map((bot) => bot.strayTools),
  );
}

/** Error of the first bot that was ended by one, as soon as it has; nothing once all are closed without. */
async function firstFailure(endings: readonly Promise<unknown>[]): Promise<unknown> {
  const failing = endings.map(
    (ending) =>
      new Promise((resolve) => void ending.then((failure) => failure !== undefined && resolve(failure))),
  );
  return Promise.race([...failing, Promise.all(endings).then(() => undefined)]);
}
