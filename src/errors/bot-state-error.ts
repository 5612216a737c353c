import { CogworkError } from './cogwork-error.js';

/**
 * Bot was asked to start though it has been started, or has been closed.
 *
 * Call `start()`, `connect()` or `run()` once, and make a new bot after `close()`.
 */
export class BotStateError extends CogworkError {
  readonly code = 'BOT_STATE';
}
