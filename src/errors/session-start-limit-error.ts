import { CogworkError } from './cogwork-error.js';

/**
 * Too few session starts are left for today; identifying further would make Discord reset the token.
 *
 * Wait for `resetAfterMs`, and find out what restarts the bot so often. A `sessionStore` lets a restart resume a
 * session instead of starting one.
 *
 * @see https://docs.discord.com/developers/events/gateway#session-start-limit-object
 */
export class SessionStartLimitError extends CogworkError {
  readonly code = 'SESSION_START_LIMIT';

  constructor(
    /** How many sessions were about to be started. */
    readonly required: number,
    /** How many Discord still allows. */
    readonly remaining: number,
    /** Milliseconds until the allowance is full again. */
    readonly resetAfterMs: number,
  ) {
    super(
      `${required} gateway session(s) should start, but Discord allows only ${remaining} more for now; ` +
        `the limit resets in ${Math.ceil(resetAfterMs / 60_000)} min. Going over it would reset the bot's token: ` +
        'wait, and find out what makes the bot restart so often.',
    );
  }
}
