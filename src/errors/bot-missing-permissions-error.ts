import { CheckError } from './check-error.js';

/**
 * Bot lacks permissions that the handler needs.
 *
 * The user is told. Give a role of the bot the permissions, or invite it with an address that asks for them.
 */
export class BotMissingPermissionsError extends CheckError {
  readonly code = 'BOT_MISSING_PERMISSIONS';

  constructor(
    /** Names of the permissions that are missing, such as `BanMembers`. */
    readonly missing: readonly string[],
  ) {
    super(
      `I need ${missing.length === 1 ? 'the permission' : 'the permissions'} ${missing.join(', ')} for this.`,
    );
  }
}
