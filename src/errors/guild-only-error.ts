import { CheckError } from './check-error.js';

/**
 * Works in servers only.
 *
 * The user is told. Set `contexts: ['guild']` on a slash command, so that Discord does not even show it elsewhere.
 */
export class GuildOnlyError extends CheckError {
  readonly code = 'GUILD_ONLY';

  constructor() {
    super('This can only be used in a server.');
  }
}
