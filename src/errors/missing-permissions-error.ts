import { CheckError } from './check-error.js';

/** User lacks permissions that the handler asks for. */
export class MissingPermissionsError extends CheckError {
  readonly code = 'MISSING_PERMISSIONS';

  constructor(readonly missing: readonly string[]) {
    super(
      `You need ${missing.length === 1 ? 'the permission' : 'the permissions'} ${missing.join(', ')} for this.`,
    );
  }
}
