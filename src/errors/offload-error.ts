import { CogworkError } from './cogwork-error.js';

/**
 * Work could not be handed to a worker, or saw there that it leans on something it does not have.
 *
 * Pass everything in as arguments, or put the work into a module and offload its address.
 */
export class OffloadError extends CogworkError {
  readonly code = 'OFFLOAD';
}
