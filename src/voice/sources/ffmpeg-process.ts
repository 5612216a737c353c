/**
 * ffmpeg as a child process that never stays behind.
 *
 * It is killed with SIGKILL when it is no longer wanted, because a paused or stuck ffmpeg does not listen to anything
 * gentler; and when this process ends in whatever way it can notice, its children are killed with it.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { FfmpegFailedError } from '../../errors/ffmpeg-failed-error.js';
import { FfmpegMissingError } from '../../errors/ffmpeg-missing-error.js';

/** Program that is started when no other is named. */
export const FFMPEG = 'ffmpeg';

const MAX_STDERR_CHARACTERS = 1000;
/** Codes with which starting a program fails that is not there, or may not be run. */
const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'EACCES', 'ENOTDIR']);

const running = new Set<ChildProcessWithoutNullStreams>();

/** One run of ffmpeg. */
export class FfmpegProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  #stderr = '';
  #isUnwanted = false;

  /** Settles when the process is gone: rejects when it failed, unless it was killed by us. */
  readonly finished: Promise<void>;

  constructor(args: readonly string[], program: string = FFMPEG) {
    this.#child = start(program, ['-hide_banner', '-loglevel', 'error', '-nostats', ...args]);
    keepTrackOf(this.#child);
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-MAX_STDERR_CHARACTERS);
    });
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr])
      stream.on('error', () => undefined); // a broken pipe shows in how the process ends
    this.finished = this.#wait(program);
    this.finished.catch(() => undefined); // whoever reads or writes asks for it
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get stdin(): ChildProcessWithoutNullStreams['stdin'] {
    return this.#child.stdin;
  }

  get stdout(): ChildProcessWithoutNullStreams['stdout'] {
    return this.#child.stdout;
  }

  /** Ends the process at once; nothing of it is left. */
  kill(): void {
    this.#isUnwanted = true;
    this.#child.stdout.destroy();
    this.#child.stdin.destroy();
    this.#child.kill('SIGKILL');
  }

  /** What it writes, piece by piece; rejects at the end when it failed. */
  async *output(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#child.stdout) yield chunk as Uint8Array;
    } catch (error) {
      if (!this.#isUnwanted) throw error;
    }
    await this.finished;
  }

  #wait(program: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#child.once('error', (error) => reject(asMissing(program, error)));
      this.#child.once('close', (code, signal) => {
        if (code === 0 || this.#isUnwanted) resolve();
        else reject(new FfmpegFailedError(code ?? signal ?? 'an unknown end', this.#stderr.trim()));
      });
    });
  }
}

function start(program: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  try {
    return spawn(program, args, { stdio: 'pipe', windowsHide: true });
  } catch (error) {
    throw asMissing(program, error); // some reasons are told at once
  }
}

function asMissing(program: string, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  return MISSING.has(code) ? new FfmpegMissingError(program, { cause: error }) : error;
}

/** Version of ffmpeg and whether it can encode Opus, or `undefined` when it is not there. */
export async function probeFfmpeg(
  program: string = FFMPEG,
): Promise<{ readonly version: string; readonly hasOpus: boolean } | undefined> {
  try {
    const version = /ffmpeg version (\S+)/.exec(await outputOf(['-version'], program))?.[1] ?? 'unknown';
    const hasOpus = /\blibopus\b/.test(await outputOf(['-encoders'], program));
    return { version, hasOpus };
  } catch {
    return undefined;
  }
}

async function outputOf(args: readonly string[], program: string): Promise<string> {
  const ffmpeg = new FfmpegProcess(args, program);
  const chunks: Uint8Array[] = [];
  for await (const chunk of ffmpeg.output()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function keepTrackOf(child: ChildProcessWithoutNullStreams): void {
  if (running.size === 0) process.on('exit', killAll);
  running.add(child);
  const forget = (): void => {
    running.delete(child);
    if (running.size === 0) process.off('exit', killAll);
  };
  child.once('close', forget).once('error', forget);
}

function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
