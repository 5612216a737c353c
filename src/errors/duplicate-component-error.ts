import { CogworkError } from './cogwork-error.js';

/**
 * Two handlers would answer the same custom id; both places are named.
 *
 * Give one of the two another word in its path, or another id.
 */
export class DuplicateComponentError extends CogworkError {
  readonly code = 'DUPLICATE_COMPONENT';
}
