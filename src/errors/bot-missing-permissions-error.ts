import { CheckError } from './check-error.js';

/** Bot lacks permissions that the handler needs. */
export class BotMissingPermissionsError extends CheckError {
  readonly code = 'BOT_MISSING_PERMISSIONS';

  constructor(readonly missing: readonly string[]) {
    super(
      `I need ${missing.length === 1 ? 'the permission' : 'the permissions'} ${missing.join(', ')} for this.`,
    );
  }
}
