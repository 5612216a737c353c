import { CogworkError } from './cogwork-error.js';

/**
 * Part of an embed is larger than Discord takes.
 *
 * Shorten the part, or spread the text over several embeds or messages.
 *
 * @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
export class EmbedLimitError extends CogworkError {
  readonly code = 'EMBED_LIMIT';

  constructor(
    /** Part that is too large, as in `description`. */
    readonly part: string,
    /** How much there is: characters, fields or embeds. */
    readonly actual: number,
    /** How much Discord takes. */
    readonly limit: number,
  ) {
    super(
      `The ${part} of an embed has ${actual}, and Discord takes at most ${limit}. Shorten it, or use another embed.`,
    );
  }
}
