/** The user's bot in a process of its own: a reload is a fresh start, so nothing of the old code stays. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Clock } from '../utils/clock.js';
import { CrashReport } from './crash-report.js';
import type { BotStatus } from './journal-view.js';

/** Time to end by itself after SIGTERM. */
const END_LIMIT_MS = 5000;

/** What a bot's process is made of. */
export interface BotProcessOptions {
  /** Program and its arguments, as in `['node', 'bot.js']`. */
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  /** Environment besides that of this process. */
  readonly env: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly onLine: (line: string) => void;
  readonly onStatus: (status: BotStatus) => void;
}

/** Process of a bot that can be started again. */
export class BotProcess {
  readonly #options: BotProcessOptions;
  #child: ChildProcess | undefined;
  #exited: Promise<unknown> = Promise.resolve();
  #starts = 0;
  #turn: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(options: BotProcessOptions) {
    this.#options = options;
  }

  /** Starts the bot, after ending the one that runs; calls wait for each other. */
  restart(): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      await this.#end();
      if (!this.#isClosed) this.#start();
    });
    return this.#turn;
  }

  /** Tells that the bot has connected. */
  noteOnline(): void {
    if (this.#child) this.#tell('online', '');
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#turn;
    await this.#end();
  }

  #start(): void {
    const { command, cwd, env, onLine } = this.#options;
    const [program, ...args] = command;
    this.#starts += 1;
    this.#tell('starting', '');
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    // However this process ends, the bot does not go on without it.
    const endToo = (): void => void child.kill('SIGTERM');
    process.once('exit', endToo);
    child.once('exit', () => process.off('exit', endToo));
    createInterface({ input: child.stdout }).on('line', onLine);
    const report = new CrashReport(cwd, onLine);
    createInterface({ input: child.stderr })
      .on('line', (line) => report.take(line))
      .once('close', () => report.end());
    this.#exited = new Promise((resolve) => {
      child.once('error', (error) => {
        this.#ended(child, 'crashed', `could not be started: ${error.message}`);
        resolve(undefined);
      });
      child.once('exit', (code, signal) => {
        this.#ended(child, code === 0 ? 'stopped' : 'crashed', `ended with ${signal ?? `exit code ${code}`}`);
        resolve(undefined);
      });
    });
  }

  #ended(child: ChildProcess, state: BotStatus['state'], detail: string): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#tell(state, detail);
  }

  async #end(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    // Whoever ends it on purpose says what comes next: its exit is no news.
    this.#child = undefined;
    child.kill('SIGTERM');
    const { clock } = this.#options;
    const timer = clock.setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
    await this.#exited;
    clock.clearTimeout(timer);
  }

  #tell(state: BotStatus['state'], detail: string): void {
    this.#options.onStatus({ state, starts: this.#starts, detail });
  }
}
