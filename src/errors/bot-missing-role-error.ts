import { CheckError } from './check-error.js';

/**
 * Bot has none of the roles that the handler needs.
 *
 * The user is told. Give the bot the role, which takes a role above it.
 */
export class BotMissingRoleError extends CheckError {
  readonly code = 'BOT_MISSING_ROLE';

  constructor(
    /** Ids or names, of which one would have been enough. */
    readonly roles: readonly string[],
  ) {
    super(`I need ${roles.length === 1 ? 'the role' : 'one of the roles'} ${roles.join(', ')} for this.`);
  }
}
