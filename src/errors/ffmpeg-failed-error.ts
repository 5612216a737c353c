import { CogworkError } from './cogwork-error.js';

/**
 * ffmpeg ended with an error of its own.
 *
 * Read `stderr`; most often the input is no sound, or an argument is misspelt.
 */
export class FfmpegFailedError extends CogworkError {
  readonly code = 'FFMPEG_FAILED';

  constructor(
    /** Exit code, or the signal that ended it. */
    readonly exit: number | string,
    /** Last lines that ffmpeg wrote, at most 1 kB. */
    readonly stderr: string,
  ) {
    const advice = stderr.includes("'libopus'")
      ? "This ffmpeg has no libopus: install one that has, or give { output: 'pcm' }."
      : 'Check the input and the ffmpeg arguments.';
    super(`ffmpeg ended with ${exit}: ${stderr || 'it said nothing'}. ${advice}`);
  }
}
