import { CogworkError } from './cogwork-error.js';

/** Answer that this interaction does not allow: a modal as the second answer, an update where there is no message. */
export class InteractionStateError extends CogworkError {
  readonly code = 'INTERACTION_STATE';

  constructor(
    message: string,
    readonly interactionId: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
