import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Bot under soak, in a child process. */
export class ChildBot {
  /** Resolves when the process ends, whatever the reason. */
  readonly died: Promise<unknown>;
  readonly #child: ChildProcess;

  constructor(file: string, token: string, apiUrl: string) {
    this.#child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', file], {
      env: { ...process.env, DISCORD_TOKEN: token, COGWORK_API_URL: apiUrl },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.died = once(this.#child, 'exit');
  }

  /** Bytes of heap in use after a full collection. */
  async heapBytes(): Promise<number> {
    const answered = once(this.#child, 'message');
    this.#child.send('heap');
    const [{ heapBytes }] = (await answered) as [{ readonly heapBytes: number }];
    return heapBytes;
  }

  /** Ends the process as a host would, with SIGTERM; gives what was wrong with its end. */
  async stop(): Promise<string[]> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
      return [`The bot's process ended by itself with ${this.#child.signalCode ?? this.#child.exitCode}.`];
    }
    const deadline = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
    this.#child.kill('SIGTERM');
    await this.died;
    clearTimeout(deadline);
    const end = this.#child.signalCode ?? this.#child.exitCode;
    return end === 0 ? [] : [`The bot's process ended at SIGTERM with ${end} instead of 0.`];
  }
}
