import { CogworkError } from './cogwork-error.js';

/** Syncing would delete every registered command because none is declared; almost always a forgotten cog. */
export class EmptyRegistryError extends CogworkError {
  readonly code = 'EMPTY_REGISTRY';
}
