import { CheckError } from './check-error.js';

/** Only owners of the bot may do this. */
export class NotOwnerError extends CheckError {
  readonly code = 'NOT_OWNER';

  constructor() {
    super('Only the owner of this bot can use this.');
  }
}
