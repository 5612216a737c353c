import { CogworkError } from '../errors/cogwork-error.js';

/** What the main-program form needs of a client. */
interface Runnable {
  start(token?: string): Promise<unknown>;
  close(options?: { readonly keepSession?: boolean }): Promise<void>;
  /** Resolves when the client is closed, with the error that ended it if there was one. */
  closed(): Promise<unknown>;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs a client as the whole program: starts it, stops it cleanly at SIGINT or SIGTERM, and sets the exit code.
 *
 * The only place of the package that touches signals and the exit code.
 */
export async function runProgram(client: Runnable, token: string | undefined): Promise<void> {
  // A deployment sends SIGTERM, and the next process goes on where this one stopped, if sessions are stored.
  const onSignal = (signal: NodeJS.Signals): void => void client.close({ keepSession: signal === 'SIGTERM' });
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    await client.start(token ?? process.env['DISCORD_TOKEN']);
    const failure = await client.closed();
    if (failure !== undefined) throw failure;
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${explain(error)}\n`);
    await client.close();
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

function explain(error: unknown): string {
  if (CogworkError.is(error)) return `${error.name} [${error.code}]: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
