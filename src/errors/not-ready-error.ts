import { CogworkError } from './cogwork-error.js';

/** Something was asked of a bot that is not connected yet. */
export class NotReadyError extends CogworkError {
  readonly code = 'NOT_READY';
}
