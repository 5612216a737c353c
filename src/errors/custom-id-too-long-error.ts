import { CogworkError } from './cogwork-error.js';

/** Custom id that came out longer than the 100 characters Discord allows. */
export class CustomIdTooLongError extends CogworkError {
  readonly code = 'CUSTOM_ID_TOO_LONG';

  constructor(
    message: string,
    readonly customId: string,
  ) {
    super(message);
  }
}
