import type { Snowflake } from '../types/type-tools.js';
import { CogworkError } from './cogwork-error.js';

/**
 * Discord does not let the application register commands in a guild; `cause` has its answer.
 *
 * Look at the guild's id, and invite the bot with the scope `applications.commands`.
 */
export class CommandSyncError extends CogworkError {
  readonly code = 'COMMAND_SYNC';

  constructor(
    /** Guild whose commands were refused. */
    readonly guildId: Snowflake,
    /** Handlers whose commands are registered there, as in `Maths.add`; empty when the guild was named to `sync`. */
    readonly askedBy: readonly string[],
    options: ErrorOptions,
  ) {
    const asked =
      askedBy.length > 0
        ? `which ${askedBy.join(', ')} ${askedBy.length > 1 ? 'ask' : 'asks'} for by { guilds } or debugGuilds`
        : 'which was named to sync()';
    super(
      `Discord refuses the application the commands of guild ${guildId}, ${asked}. Is the id right, and was the bot ` +
        'invited there with the scope applications.commands?',
      options,
    );
  }
}
