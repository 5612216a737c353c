import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { plainEnvironment } from '../package/packed-package.js';
import { until } from '../package/until.js';

/** What a run of the command line came to. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run it. */
export interface CliRun {
  readonly cwd: string;
  /** Whether it is run in a terminal, made by the program `script` of Linux. */
  readonly inTerminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Running `cogwork`. */
export class CliProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<CliResult>;
  #stdout = '';
  #stderr = '';

  constructor(args: readonly string[], { cwd, env = {}, inTerminal = false }: CliRun) {
    const command = [process.execPath, resolve('dist/cli/main.js'), ...args];
    const [program = '', ...rest] = inTerminal
      ? ['script', '--quiet', '--return', '--command', command.join(' '), '/dev/null']
      : command;
    const child = spawn(program, rest, { cwd, env: { ...plainEnvironment(), ...env } });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text;
    });
    // Who reads nothing may have ended before it was written to.
    child.stdin.on('error', () => {});
    this.#child = child;
    this.#ended = once(child, 'close').then(([code]) => ({
      code: code as number | null,
      stdout: this.#stdout,
      stderr: this.#stderr,
    }));
  }

  get stdout(): string {
    return this.#stdout;
  }

  /** Types a line. */
  type(line: string): void {
    this.press(`${line}\n`);
  }

  /** Types keys. */
  press(keys: string): void {
    this.#child.stdin.write(keys);
  }

  /** Waits until standard output has a text. */
  async shows(text: string | RegExp): Promise<void> {
    await until(
      `the command says ${text}`,
      () => (typeof text === 'string' ? this.#stdout.includes(text) : text.test(this.#stdout)),
      () =>
        this.#child.exitCode === null ? undefined : `it ended and said:\n${this.#stdout}${this.#stderr}`,
    );
  }

  /** Waits for the end. */
  get ended(): Promise<CliResult> {
    return this.#ended;
  }

  /** Ends standard input and waits for the end. */
  end(input = ''): Promise<CliResult> {
    this.#child.stdin.end(input);
    return this.#ended;
  }

  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<CliResult> {
    this.#child.kill(signal);
    return this.#ended;
  }
}
