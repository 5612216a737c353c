import { spawnSync } from 'node:child_process';
import { jest, test } from '@jest/globals';

jest.setTimeout(60_000); // another process takes as long as the machine lets it

const isThere = spawnSync('ffmpeg', ['-version']).status === 0;

/** `test` where ffmpeg is installed; elsewhere such tests are skipped. */
export const testWithFfmpeg: typeof test = isThere ? test : (test.skip as typeof test);

/** Runs ffmpeg over `input` to the end and gives what it wrote. */
export function runFfmpeg(args: readonly string[], input?: Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', ...args], {
    input: input ?? Buffer.alloc(0),
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}

/** A sine as Opus in a container, by ffmpeg. */
export function ffmpegOpus(
  container: 'ogg' | 'webm',
  seconds: number,
  extra: readonly string[] = [],
): Buffer {
  const args = ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`, '-ac', '2', '-c:a', 'libopus'];
  return runFfmpeg([...args, ...extra, '-f', container, 'pipe:1']);
}
