import { CogworkError } from './cogwork-error.js';

/**
 * A source or a recording needs ffmpeg, and the program was not found.
 *
 * Install ffmpeg with your system's packages, or give its path with `{ ffmpeg: '/path/to/ffmpeg' }`. Ogg, WebM and
 * WAV play without it.
 */
export class FfmpegMissingError extends CogworkError {
  readonly code = 'FFMPEG_MISSING';

  constructor(
    /** Path or name that was tried. */
    readonly program: string,
    options?: ErrorOptions,
  ) {
    super(
      `The program ${program} was not found. Install ffmpeg (Debian: apt-get install ffmpeg; macOS: brew install ffmpeg; ` +
        `Windows: winget install ffmpeg), or give its path with { ffmpeg: '/path/to/ffmpeg' }.`,
      options,
    );
  }
}
