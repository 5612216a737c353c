import { CogworkError } from './cogwork-error.js';

/** Plan creates more commands than Discord takes in a day. */
export class CommandCreateLimitError extends CogworkError {
  readonly code = 'COMMAND_CREATE_LIMIT';
}
