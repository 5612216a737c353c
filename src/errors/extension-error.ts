import { CogworkError } from './cogwork-error.js';

/**
 * Module of cogs could not be loaded; what was loaded before is untouched.
 *
 * Read `cause`: the module does not load, or exports no cog.
 */
export class ExtensionError extends CogworkError {
  readonly code = 'EXTENSION';

  constructor(
    message: string,
    /** Path of the module. */
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
