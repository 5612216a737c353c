import { CogworkError } from './cogwork-error.js';

/**
 * Gateway did not answer a request in time.
 *
 * Check that the bot is in the guild and has the intents for what was asked, then ask again.
 */
export class GatewayTimeoutError extends CogworkError {
  readonly code = 'GATEWAY_TIMEOUT';

  constructor(
    what: string,
    /** How long was waited, in milliseconds. */
    readonly timeoutMs: number,
  ) {
    super(
      `Gateway did not answer ${what} within ${timeoutMs} ms. ` +
        'Check that the bot is in the guild and has the intents for it, then ask again.',
    );
  }
}
