import { CommanderError } from 'commander';
import { makeProgram } from './program.js';
import { reportFailure } from './report-failure.js';
import { Terminal } from './terminal/terminal.js';

/** Does what the arguments say, then ends the process: a user's program that was loaded may keep much alive. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const terminal = new Terminal();
  const isVerbose = args.includes('--verbose');
  const end = async (): Promise<never> => {
    await terminal.flush();
    process.exit();
  };
  const fail = (error: unknown): void => {
    process.exitCode = 1;
    reportFailure(terminal, error, isVerbose);
  };
  // Whoever reads the result has had enough of it, as `head` does.
  process.stdout.on('error', () => process.exit());
  // What nobody caught, in a user's program too.
  process.on('uncaughtException', (error) => {
    fail(error);
    void end();
  });
  try {
    const program = makeProgram(terminal);
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // What the parser refuses it has said itself; help and version come this way, too.
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else fail(error);
  }
  await end();
}
