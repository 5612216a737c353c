import { CogworkError } from './cogwork-error.js';

/**
 * Cog could not be loaded or unloaded as asked; everything it had put on the bot is taken back.
 *
 * Read `cause` when the cog's own code threw; else the message says what is wrong with the class. Unload a cog before
 * loading it again.
 */
export class CogLoadError extends CogworkError {
  readonly code = 'COG_LOAD';
}
