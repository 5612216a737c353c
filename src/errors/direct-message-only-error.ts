import { CheckError } from './check-error.js';

/** Works in direct messages only. */
export class DirectMessageOnlyError extends CheckError {
  readonly code = 'DIRECT_MESSAGE_ONLY';

  constructor() {
    super('This can only be used in direct messages.');
  }
}
