import { CogworkError } from './cogwork-error.js';

/**
 * Person in the emulator wrote what the guild's auto moderation blocks; nobody sees the message.
 *
 * Expect it in a test of the rule; else let the person write something else, or exempt their role.
 */
export class MessageBlockedError extends CogworkError {
  readonly code = 'MESSAGE_BLOCKED';

  constructor(
    /** Name of the rule that blocked it. */
    readonly rule: string,
    /** What the guild tells the writer. */
    readonly customMessage: string | undefined,
  ) {
    const told = customMessage === undefined ? '' : ` The guild says: ${customMessage}`;
    super(`The auto moderation rule "${rule}" blocked this message.${told}`);
  }
}
