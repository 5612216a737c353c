import { CogworkError } from './cogwork-error.js';

/**
 * Something was asked of a bot that is not connected yet.
 *
 * Await `bot.start()`, or do it in a listener of `clientReady`.
 */
export class NotReadyError extends CogworkError {
  readonly code = 'NOT_READY';
}
