import { CogworkError } from './cogwork-error.js';

/** Two handlers would answer the same custom id; both places are named. */
export class DuplicateComponentError extends CogworkError {
  readonly code = 'DUPLICATE_COMPONENT';
}
