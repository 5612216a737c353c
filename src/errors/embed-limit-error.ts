import { CogworkError } from './cogwork-error.js';

/** Part of an embed is larger than Discord takes. */
export class EmbedLimitError extends CogworkError {
  readonly code = 'EMBED_LIMIT';

  constructor(
    /** Part that is too large, as in `description`. */
    readonly part: string,
    readonly actual: number,
    readonly limit: number,
  ) {
    super(
      `The ${part} of an embed has ${actual}, and Discord takes at most ${limit}. Shorten it, or use another embed.`,
    );
  }
}
