import { CogworkError } from './cogwork-error.js';

/**
 * Sound has to be encoded or decoded, and no Opus codec is installed.
 *
 * Run `npm install @discordjs/opus`, or `mediaplex`, `@evan/opus` or `opusscript` where there is no compiler. Ogg Opus needs none
 * of them.
 */
export class OpusCodecMissingError extends CogworkError {
  readonly code = 'OPUS_CODEC_MISSING';

  constructor(
    /** Packages that were tried, each with the reason why it could not be loaded. */
    readonly tried: Readonly<Record<string, string>>,
  ) {
    super(
      `No Opus codec could be loaded. Install one: npm install @discordjs/opus (or, without a compiler, mediaplex, @evan/opus or opusscript). ` +
        `Opus files and streams play and record as Ogg without any. Tried: ${Object.entries(tried)
          .map(([name, reason]) => `${name} (${reason})`)
          .join(', ')}.`,
    );
  }
}
