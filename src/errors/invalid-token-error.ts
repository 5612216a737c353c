import { CogworkError } from './cogwork-error.js';

/**
 * Token is missing, has not the form of a bot token, or was refused by Discord.
 *
 * Set `DISCORD_TOKEN`, or copy the token again from the developer portal (Bot → Reset Token). A token has three parts
 * with dots between; the client secret is something else.
 */
export class InvalidTokenError extends CogworkError {
  readonly code = 'INVALID_TOKEN';
}
