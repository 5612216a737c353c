import { CogworkError } from './cogwork-error.js';

/** Something needs a gateway intent that the bot does not have. */
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
