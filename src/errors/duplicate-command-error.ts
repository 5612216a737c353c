import { CogworkError } from './cogwork-error.js';

/**
 * Two handlers want the same name; the message names both places.
 *
 * Rename one of the two, or put one of them into a command group.
 */
export class DuplicateCommandError extends CogworkError {
  readonly code = 'DUPLICATE_COMMAND';

  constructor(
    message: string,
    /** Name that both want. */
    readonly commandName: string,
    /** Class and method of the one that was there first, then of the one refused. */
    readonly places: readonly [string, string],
  ) {
    super(message);
  }
}
