import { CogworkError } from './cogwork-error.js';

/**
 * Person in the emulator was told to do what Discord's client would not let them do; the message lists what they can.
 *
 * Correct the test: the command, option or button has another name, is disabled, or is out of this person's sight.
 * `available` lists what there is.
 */
export class InvalidInvocationError extends CogworkError {
  readonly code = 'INVALID_INVOCATION';

  constructor(
    message: string,
    /** What exists instead: names of commands, options, buttons. */
    readonly available: readonly string[] = [],
  ) {
    super(available.length === 0 ? message : `${message} There are: ${available.join(', ')}.`);
  }
}
