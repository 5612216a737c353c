import { CogworkError } from '../errors/cogwork-error.js';
import type { StrayTools } from '../pipeline/stray-rejections.js';
import { reportStrayRejections } from '../pipeline/stray-rejections.js';
import { redactText } from '../utils/redact-text.js';

/** What the main-program form needs of a client. */
export interface Runnable {
  close(options?: { readonly keepSession?: boolean }): Promise<unknown>;
  /** Resolves when the client is closed, with the error that ended it if there was one. */
  closed(): Promise<unknown>;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs a client as the whole program: starts it, stops it cleanly at SIGINT or SIGTERM, and sets the exit code.
 *
 * A promise that a handler forgot to await and that rejects is reported with its cog and method, and ends nothing; any
 * other stray rejection ends the program, as Node would. The only place of the package that touches signals and the
 * exit code.
 */
export async function runProgram(
  client: Runnable,
  start: () => Promise<unknown>,
  tools: readonly StrayTools[],
): Promise<void> {
  const stopReporting = reportStrayRejections(tools, process, (reason) => {
    throw reason;
  });
  // A deployment sends SIGTERM, and the next process goes on where this one stopped, if sessions are stored.
  let isStopped = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    isStopped = true;
    void client.close({ keepSession: signal === 'SIGTERM' });
  };
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    await start();
    const failure = await client.closed();
    if (failure !== undefined) throw failure;
  } catch (error) {
    // What was going on when the signal came, or when the program closed the bot, fails for that reason alone.
    if (!isStopped && !isOfClosing(error)) {
      process.exitCode = 1;
      process.stderr.write(`${redactText(explain(error))}\n`);
    }
    await client.close();
  } finally {
    stopReporting();
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

/** Errors of work that was under way when a bot was closed. */
const codesOfClosing: ReadonlySet<string> = new Set(['REST_CLOSED', 'SHARD_CLOSED']);

function isOfClosing(error: unknown): boolean {
  return CogworkError.is(error) && codesOfClosing.has(error.code);
}

function explain(error: unknown): string {
  if (CogworkError.is(error)) return `${error.name} [${error.code}]: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
