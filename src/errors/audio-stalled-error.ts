import { CogworkError } from './cogwork-error.js';

/**
 * A source gave no sound for so long that its track was ended.
 *
 * Look at where the sound comes from; raise `stallTimeoutMs` for sources that are slow to begin.
 */
export class AudioStalledError extends CogworkError {
  readonly code = 'AUDIO_STALLED';

  constructor(
    /** Label of the source. */
    readonly source: string,
    /** Milliseconds without sound after which the track was ended. */
    readonly stalledMs: number,
  ) {
    super(
      `${source} gave no sound for ${stalledMs} ms, so its track was ended. Look at where it comes from, or raise stallTimeoutMs.`,
    );
  }
}
