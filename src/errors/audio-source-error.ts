import { CogworkError } from './cogwork-error.js';

/** A source of sound cannot be opened: the file is missing, the address refuses, or a stream was played before. */
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
