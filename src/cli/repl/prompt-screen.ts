import { clearScreenDown, cursorTo, moveCursor } from 'node:readline';
import type { REPLServer } from 'node:repl';

/**
 * Screen that a prompt shares with a running program: what the program prints appears above the line that is being
 * typed, which stays whole.
 */
export class PromptScreen {
  /** Where the prompt itself writes. */
  readonly output: NodeJS.WriteStream;
  readonly #isInteractive: boolean;
  readonly #write: typeof process.stdout.write;
  #server: REPLServer | undefined;
  #isAtPrompt = false;
  #unfinished = '';

  constructor(isInteractive: boolean) {
    this.#isInteractive = isInteractive;
    this.#write = process.stdout.write.bind(process.stdout);
    const write = this.#write;
    this.output = new Proxy(process.stdout, {
      get: (stdout, name) => (name === 'write' ? write : Reflect.get(stdout, name)),
    });
    if (!isInteractive) return;
    for (const stream of [process.stdout, process.stderr])
      stream.write = ((chunk) => this.#takeOutput(chunk)) as typeof process.stdout.write;
  }

  /** Keeps the line of this prompt whole from now on. */
  attach(server: REPLServer): void {
    this.#server = server;
    const show = server.displayPrompt.bind(server);
    server.displayPrompt = (preservesCursor) => {
      this.#isAtPrompt = true;
      show(preservesCursor);
    };
    // Before the server evaluates the line and shows the prompt again.
    server.prependListener('line', () => {
      this.#isAtPrompt = false;
    });
    this.#isAtPrompt = true;
  }

  /** Prints lines above the prompt. */
  print(text: string): void {
    const server = this.#server;
    if (!this.#isInteractive || !this.#isAtPrompt || server === undefined) {
      this.#write(`${text}\n`);
      return;
    }
    moveCursor(this.output, 0, -server.getCursorPos().rows);
    cursorTo(this.output, 0);
    clearScreenDown(this.output);
    this.#write(`${text}\n`);
    server.displayPrompt(true);
  }

  /** Takes what the program writes, and prints it line by line. */
  #takeOutput(chunk: string | Uint8Array): boolean {
    const text = this.#unfinished + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const end = text.lastIndexOf('\n');
    this.#unfinished = text.slice(end + 1);
    if (end >= 0) this.print(text.slice(0, end));
    return true;
  }
}
