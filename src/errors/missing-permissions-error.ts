import { CheckError } from './check-error.js';

/**
 * User lacks permissions that the handler asks for.
 *
 * The user is told. `permissions` of a slash command lets Discord hide it from those who lack them.
 */
export class MissingPermissionsError extends CheckError {
  readonly code = 'MISSING_PERMISSIONS';

  constructor(
    /** Names of the permissions that are missing, such as `BanMembers`. */
    readonly missing: readonly string[],
  ) {
    super(
      `You need ${missing.length === 1 ? 'the permission' : 'the permissions'} ${missing.join(', ')} for this.`,
    );
  }
}
