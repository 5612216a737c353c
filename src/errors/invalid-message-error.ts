import { CogworkError } from './cogwork-error.js';

/** What was to be sent is no message; nothing was sent. */
export class InvalidMessageError extends CogworkError {
  readonly code = 'INVALID_MESSAGE';
}
