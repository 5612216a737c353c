import { CheckError } from './check-error.js';

/** Works in age-restricted channels only. */
export class NsfwChannelRequiredError extends CheckError {
  readonly code = 'NSFW_CHANNEL_REQUIRED';

  constructor() {
    super('This can only be used in an age-restricted channel.');
  }
}
