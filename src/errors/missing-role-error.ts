import { CheckError } from './check-error.js';

/**
 * Member has none of the roles that the handler asks for.
 *
 * The user is told which role it takes.
 */
export class MissingRoleError extends CheckError {
  readonly code = 'MISSING_ROLE';

  constructor(
    /** Ids or names, of which one would have been enough. */
    readonly roles: readonly string[],
  ) {
    super(`You need ${roles.length === 1 ? 'the role' : 'one of the roles'} ${roles.join(', ')} for this.`);
  }
}
