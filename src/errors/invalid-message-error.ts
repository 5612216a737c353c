import { CogworkError } from './cogwork-error.js';

/**
 * What was to be sent is no message; nothing was sent.
 *
 * Send a string, a payload, an embed or a view. `undefined` often means a missing `return` or `await`.
 */
export class InvalidMessageError extends CogworkError {
  readonly code = 'INVALID_MESSAGE';
}
