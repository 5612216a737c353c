import { CogworkError } from './cogwork-error.js';

/** Discord no longer takes an answer to this interaction: the first is due within 3 seconds, later ones within 15 minutes. */
export class InteractionExpiredError extends CogworkError {
  readonly code = 'INTERACTION_EXPIRED';

  constructor(
    message: string,
    readonly interactionId: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
