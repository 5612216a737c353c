import { CogworkError } from './cogwork-error.js';

/**
 * Syncing would delete every registered command because none is declared; almost always a forgotten cog.
 *
 * Add the cogs before syncing. Write `sync({ allowEmpty: true })` when every command shall go.
 */
export class EmptyRegistryError extends CogworkError {
  readonly code = 'EMPTY_REGISTRY';
}
