import { CogworkError } from './cogwork-error.js';

/**
 * Custom id that came out longer than the 100 characters Discord allows.
 *
 * Shorten the parameters of the path, or keep the state of the view in a `StateStore` instead of its components.
 */
export class CustomIdTooLongError extends CogworkError {
  readonly code = 'CUSTOM_ID_TOO_LONG';

  constructor(
    message: string,
    /** What the custom id would have been. */
    readonly customId: string,
  ) {
    super(message);
  }
}
