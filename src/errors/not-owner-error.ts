import { CheckError } from './check-error.js';

/**
 * Only owners of the bot may do this.
 *
 * The user is told. Owners are those of the application or its team, or those that `ownerIds` of the bot's options
 * names.
 */
export class NotOwnerError extends CheckError {
  readonly code = 'NOT_OWNER';

  constructor() {
    super('Only the owner of this bot can use this.');
  }
}
