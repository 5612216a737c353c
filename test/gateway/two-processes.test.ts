import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Emulator } from '../../src/emulator/index.js';

interface Line {
  readonly name?: string;
  readonly content?: string;
  readonly state?: string;
  readonly isRestored?: boolean;
}

/** Bot in another process, and what it tells. */
class BotProcess {
  readonly lines: Line[] = [];
  readonly #child: ChildProcess;
  #onLine: () => void = () => {};

  constructor(args: readonly string[]) {
    const script = new URL('./support/session-process.ts', import.meta.url).pathname;
    const env = { ...process.env, NODE_OPTIONS: '' };
    this.#child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: this.#child.stdout! }).on('line', (line) => {
      this.lines.push(JSON.parse(line) as Line);
      this.#onLine();
    });
  }

  async until(isThere: (line: Line) => boolean): Promise<void> {
    while (!this.lines.some(isThere)) {
      await new Promise<void>((resolve, reject) => {
        this.#onLine = resolve;
        this.#child.once('exit', (code) => reject(new Error(`the bot's process ended with ${code}`)));
      });
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const exited = once(this.#child, 'exit');
    this.#child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  }
}

let discord: Emulator;
let directory: string;
let processes: BotProcess[] = [];

afterEach(async () => {
  for (const started of processes) await started.stop('SIGKILL');
  processes = [];
  await discord.close();
  await rm(directory, { recursive: true, force: true });
});

describe('a bot that is restarted with a file session store', () => {
  it('resumes in the new process and hears everything that was said in between', async () => {
    directory = await mkdtemp(join(tmpdir(), 'cogwork-restart-'));
    discord = new Emulator({ answerTimeoutMs: 10 });
    const { gatewayUrl } = await discord.listen({ port: 0 });
    const bot = discord.createBot();
    const alice = discord.createUser('alice');
    const general = discord.createGuild({ members: [alice, bot] }).channel('general');
    const start = (): BotProcess => {
      const started = new BotProcess([gatewayUrl, bot.token, directory]);
      processes.push(started);
      return started;
    };

    const first = start();
    await first.until(({ state }) => state === 'ready');
    await alice.say(general, 'one');
    await first.until(({ content }) => content === 'one');
    expect(await first.stop()).toBe(0);
    await alice.say(general, 'two');
    await alice.say(general, 'three');

    const second = start();
    await second.until(({ state }) => state !== undefined);
    expect(second.lines.flatMap(({ name, content }) => (name === 'MESSAGE_CREATE' ? [content] : []))).toEqual(
      ['two', 'three'],
    );
    expect(second.lines.at(-1)).toEqual({ state: 'resumed', isRestored: true });
    await alice.say(general, 'four');
    await second.until(({ content }) => content === 'four');
    expect(await second.stop()).toBe(0);
  }, 60_000);
});
