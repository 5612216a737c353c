import { CogworkError } from './cogwork-error.js';

/**
 * Something needs a gateway intent that the bot does not have.
 *
 * Add the intent: `intents: Intents.default().with('GuildMembers')`. Leave `intents` out, and the bot asks for what
 * its listeners need.
 *
 * @see https://docs.discord.com/developers/events/gateway#gateway-intents
 */
export class MissingIntentError extends CogworkError {
  readonly code = 'MISSING_INTENT';

  constructor(
    /** Name of the intent, as in `GuildMembers`. */
    readonly intent: string,
    /** What needs it. */
    readonly neededBy: string,
  ) {
    super(
      `${neededBy} needs the intent ${intent}, which this bot does not have. ` +
        `Add it with \`intents: Intents.default().with('${intent}')\`; a privileged one is also enabled in the developer portal.`,
    );
  }
}
