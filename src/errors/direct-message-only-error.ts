import { CheckError } from './check-error.js';

/**
 * Works in direct messages only.
 *
 * The user is told. Set `contexts: ['botDm']` on a slash command, so that Discord does not even show it elsewhere.
 */
export class DirectMessageOnlyError extends CheckError {
  readonly code = 'DIRECT_MESSAGE_ONLY';

  constructor() {
    super('This can only be used in direct messages.');
  }
}
