import { CogworkError } from './cogwork-error.js';

/** Command line cannot do what it was asked; the message says why, the hint what to do. */
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
