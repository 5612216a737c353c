import { CogworkError } from './cogwork-error.js';

/** Class or port could not be built or found by injection; the message names the chain and the cures. */
export class UnresolvableError extends CogworkError {
  readonly code = 'UNRESOLVABLE';

  constructor(
    message: string,
    /** Names from what was asked for down to what could not be resolved. */
    readonly chain: readonly string[],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
