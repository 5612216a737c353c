import { CogworkError } from './cogwork-error.js';

/** Cog could not be loaded or unloaded as asked; everything it had put on the bot is taken back. */
export class CogLoadError extends CogworkError {
  readonly code = 'COG_LOAD';
}
