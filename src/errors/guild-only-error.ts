import { CheckError } from './check-error.js';

/** Works in servers only. */
export class GuildOnlyError extends CheckError {
  readonly code = 'GUILD_ONLY';

  constructor() {
    super('This can only be used in a server.');
  }
}
