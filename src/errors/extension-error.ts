import { CogworkError } from './cogwork-error.js';

/** Module of cogs could not be loaded; what was loaded before is untouched. */
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
