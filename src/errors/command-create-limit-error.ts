import { CogworkError } from './cogwork-error.js';

/**
 * Plan creates more commands than Discord takes in a day.
 *
 * Discord creates 200 commands a day in each place. Edit commands instead of renaming them, and sync the rest
 * tomorrow.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#registering-a-command
 */
export class CommandCreateLimitError extends CogworkError {
  readonly code = 'COMMAND_CREATE_LIMIT';
}
