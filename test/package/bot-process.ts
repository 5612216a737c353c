import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { plainEnvironment } from './packed-package.js';

/** How to run a program. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What a bot's process is started with. */
export interface BotProcessOptions extends Program {
  readonly cwd: string;
  readonly token: string;
  /** Base URL of the emulator. */
  readonly apiUrl: string;
}

/** Bot in a process of its own, with everything it printed. */
export class BotProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | NodeJS.Signals>;
  #output = '';

  constructor({ command, args, cwd, token, apiUrl, env = {} }: BotProcessOptions) {
    this.#child = spawn(command, [...args], {
      cwd,
      env: { ...plainEnvironment(), DISCORD_TOKEN: token, COGWORK_API_URL: apiUrl, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    }
    this.#exited = once(this.#child, 'close').then(([code, signal]) => code ?? signal);
  }

  get output(): string {
    return this.#output;
  }

  get hasExited(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Resolves when the process has ended, with its exit code or the signal that ended it. */
  get exited(): Promise<number | NodeJS.Signals> {
    return this.#exited;
  }

  /** Ends the process as a host would, or as Ctrl+C does; gives its exit code, or the signal that was needed. */
  async stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<number | NodeJS.Signals> {
    const deadline = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
    this.#child.kill(signal);
    const code = await this.#exited;
    clearTimeout(deadline);
    return code;
  }
}
