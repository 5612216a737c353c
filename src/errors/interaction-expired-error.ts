import { CogworkError } from './cogwork-error.js';

/**
 * Discord no longer takes an answer to this interaction: the first is due within 3 seconds, later ones within 15
 * minutes.
 *
 * Leave `autoDefer` on, or call `ctx.defer()` before slow work; after 15 minutes, send a message to the channel
 * instead.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages
 */
export class InteractionExpiredError extends CogworkError {
  readonly code = 'INTERACTION_EXPIRED';

  constructor(
    message: string,
    /** Interaction that was to be answered. */
    readonly interactionId: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
