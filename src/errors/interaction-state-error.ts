import { CogworkError } from './cogwork-error.js';

/**
 * Answer that this interaction does not allow: a modal as the second answer, an update where there is no message.
 *
 * Open a modal before any reply or defer. When another process answered, run only one with this token.
 */
export class InteractionStateError extends CogworkError {
  readonly code = 'INTERACTION_STATE';

  constructor(
    message: string,
    /** Interaction that was to be answered. */
    readonly interactionId: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
