import { CogworkError } from './cogwork-error.js';

/**
 * Error that is the user's to know, not the operator's: a wrong value, a cooldown, a missing permission.
 *
 * When no error handler takes it, its `userMessage` is the answer, shown privately where that exists, and nothing is
 * logged.
 */
export abstract class UserFacingError extends CogworkError {
  /** What the user is told. */
  get userMessage(): string {
    return this.message;
  }
}
