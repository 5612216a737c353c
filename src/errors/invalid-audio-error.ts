import { CogworkError } from './cogwork-error.js';

/**
 * Bytes that should be sound are not what their format says.
 *
 * Check that the file is complete, or let ffmpeg read it with `AudioSource.ffmpeg()`, which forgives more.
 */
export class InvalidAudioError extends CogworkError {
  readonly code = 'INVALID_AUDIO';

  constructor(
    /** What was being read. */
    readonly format: 'ogg' | 'webm' | 'wav' | 'opus',
    /** What is wrong, and from which byte on. */
    readonly problem: string,
    options?: ErrorOptions,
  ) {
    super(
      `Not readable as ${format}: ${problem}. Check that the file is complete, or let ffmpeg read it with AudioSource.ffmpeg().`,
      options,
    );
  }
}
