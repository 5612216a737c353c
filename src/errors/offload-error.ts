import { CogworkError } from './cogwork-error.js';

/** Work could not be handed to a worker, or saw there that it leans on something it does not have. */
export class OffloadError extends CogworkError {
  readonly code = 'OFFLOAD';
}
