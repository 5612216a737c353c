import { CogworkError } from './cogwork-error.js';

/**
 * Persistent view is sent by a bot that does not know its class, so nobody would find it after a restart.
 *
 * Name the class in `new Bot({ views: [...] })` or in its cog, or give it a timeout.
 */
export class UnknownViewError extends CogworkError {
  readonly code = 'UNKNOWN_VIEW';
}
