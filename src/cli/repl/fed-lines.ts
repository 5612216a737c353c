import { createInterface } from 'node:readline';
import type { REPLServer } from 'node:repl';
import { PassThrough } from 'node:stream';

/**
 * Input of a prompt without a terminal: lines of standard input one by one, each after the one before has been
 * answered, which a prompt by itself does with keys only.
 */
export class FedLines {
  readonly input = new PassThrough();
  #goOn: (() => void) | undefined;

  /** Feeds until there are no more lines, or the prompt is left. */
  async feed(server: REPLServer): Promise<void> {
    // Nobody sees the prompt; that it would be shown tells that the line was answered.
    server.displayPrompt = () => {
      server.resume();
      this.#goOn?.();
    };
    let isOver = false;
    server.once('exit', () => {
      isOver = true;
      this.#goOn?.();
    });
    for await (const line of createInterface({ input: process.stdin })) {
      const answered = new Promise<void>((resolve) => {
        this.#goOn = resolve;
      });
      this.input.write(`${line}\n`);
      await answered;
      if (isOver) return;
    }
    this.input.end();
  }
}
