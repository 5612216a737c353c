import { CogworkError } from './cogwork-error.js';

/**
 * A source of sound cannot be opened: the file is missing, the address refuses, or a stream was played before.
 *
 * Look at the path or the address in the message. Make a new source for every play of a stream; a file can be played
 * again and again.
 */
export class AudioSourceError extends CogworkError {
  readonly code = 'AUDIO_SOURCE';

  constructor(
    /** Label of the source. */
    readonly source: string,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(`${source} cannot be played: ${problem}`, options);
  }
}
