import { createInterface } from 'node:readline/promises';
import type { TerminalStream } from '../../client/terminal-logger.js';
import type { Paint } from './paint.js';
import { hasColours, paintFor } from './paint.js';

/** Where the command line writes and asks: results on standard output, everything about them on standard error. */
export class Terminal {
  /** Paint for results. */
  readonly paint: Paint = paintFor(process.stdout);
  /** Paint for notes. */
  readonly paintNote: Paint = paintFor(process.stderr);
  // Kept, because what a user's program prints is led elsewhere.
  readonly #writeOut = process.stdout.write.bind(process.stdout);
  readonly #writeError = process.stderr.write.bind(process.stderr);

  /** Whether a person is there to answer. */
  get isInteractive(): boolean {
    return process.stdin.isTTY === true && process.stdout.isTTY === true;
  }

  /** Writes lines of the result. */
  print(...lines: readonly string[]): void {
    this.#writeOut(`${lines.join('\n')}\n`);
  }

  /** Writes lines that are not part of the result. */
  note(...lines: readonly string[]): void {
    this.#writeError(`${lines.join('\n')}\n`);
  }

  /** Where loggers write notes. */
  get notes(): TerminalStream {
    return { write: (text) => this.#writeError(text), hasColors: () => hasColours(process.stderr) };
  }

  /** Writes a value as JSON for programs. */
  printJson(value: unknown): void {
    this.print(JSON.stringify(value, undefined, 2));
  }

  /** Asks a question that is answered with yes or no; no is what everything but a yes means. */
  async confirm(question: string): Promise<boolean> {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      // Ctrl+C and Ctrl+D are a no as well.
      const answer = await lines.question(`${question} [y/N] `).catch(() => '');
      return /^y(es)?$/i.test(answer.trim());
    } finally {
      lines.close();
    }
  }

  /** Leads what a user's program prints to standard error, so that the result can be piped on. */
  setProgramOutputApart(): void {
    process.stdout.write = this.#writeError as typeof process.stdout.write;
  }

  /** Waits until everything that was written has left. */
  async flush(): Promise<void> {
    for (const write of [this.#writeOut, this.#writeError])
      await new Promise<void>((resolve) => write('', () => resolve()));
  }
}
