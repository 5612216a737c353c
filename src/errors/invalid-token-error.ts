import { CogworkError } from './cogwork-error.js';

/** Token is missing, has not the form of a bot token, or was refused by Discord. */
export class InvalidTokenError extends CogworkError {
  readonly code = 'INVALID_TOKEN';
}
