import { CogworkError } from './cogwork-error.js';

/**
 * Option object has a key or a value that nobody reads; the message names the nearest one that exists.
 *
 * Correct the option that `option` names; the message says what it may be.
 */
export class InvalidOptionError extends CogworkError {
  readonly code = 'INVALID_OPTION';

  constructor(
    message: string,
    /** Path of the option, as in `cache.messages`. */
    readonly option: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
