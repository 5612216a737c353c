import { CogworkError } from './cogwork-error.js';

/** A source gave no sound for so long that its track was ended. */
export class AudioStalledError extends CogworkError {
  readonly code = 'AUDIO_STALLED';

  constructor(
    /** Label of the source. */
    readonly source: string,
    readonly stalledMs: number,
  ) {
    super(
      `${source} gave no sound for ${stalledMs} ms, so its track was ended. Look at where it comes from, or raise stallTimeoutMs.`,
    );
  }
}
