import { CogworkError } from './cogwork-error.js';

/**
 * Class or port could not be built or found by injection; the message names the chain and the cures.
 *
 * Register the class or the port, write `inject(Service)` in place of a constructor parameter where the compiler
 * emits no metadata, or break the circle of imports.
 */
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
