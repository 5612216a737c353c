import { CogworkError } from './cogwork-error.js';

/**
 * Command line cannot do what it was asked, as when there is no bot in the folder; it ends with exit code 1.
 *
 * Read the hint that is printed below the message; `--verbose` shows what it was caused by.
 */
export class CommandLineError extends CogworkError {
  readonly code = 'COMMAND_LINE';

  constructor(
    message: string,
    /** What to do next. */
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
