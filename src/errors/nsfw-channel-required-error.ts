import { CheckError } from './check-error.js';

/**
 * Works in age-restricted channels only.
 *
 * The user is told. Set `nsfw: true` on a slash command, so that Discord does not even show it elsewhere.
 */
export class NsfwChannelRequiredError extends CheckError {
  readonly code = 'NSFW_CHANNEL_REQUIRED';

  constructor() {
    super('This can only be used in an age-restricted channel.');
  }
}
