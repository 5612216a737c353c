import { CogworkError } from './cogwork-error.js';

/** Two handlers want the same name; the message names both places. */
export class DuplicateCommandError extends CogworkError {
  readonly code = 'DUPLICATE_COMMAND';

  constructor(
    message: string,
    readonly commandName: string,
    /** Class and method of the one that was there first, then of the one refused. */
    readonly places: readonly [string, string],
  ) {
    super(message);
  }
}
