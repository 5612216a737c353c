import { CogworkError } from './cogwork-error.js';

/** Facts of a refused request, as far as they may be shown. */
export interface DiscordApiErrorFacts {
  /** Discord's JSON error code; 0 when the body had none. */
  readonly discordCode: number;
  /** HTTP status. */
  readonly status: number;
  /** HTTP method, such as `POST`. */
  readonly method: string;
  /** Path without tokens. */
  readonly path: string;
  /** One line per wrong field, as in `embeds[0].title: Must be 256 or fewer in length. (BASE_TYPE_MAX_LENGTH)`. */
  readonly errors: readonly string[];
}

/**
 * Discord answered a request with an error.
 *
 * Read `errors`: one line for each wrong field. `discordCode` says the reason: 50013 is a missing permission, 10008 a
 * message that is gone, 50035 a wrong body.
 *
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
export class DiscordApiError extends CogworkError {
  readonly code = 'DISCORD_API_ERROR';
  /** Discord's JSON error code; 0 when the body had none. */
  readonly discordCode: number;
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** HTTP method, such as `POST`. */
  readonly method: string;
  /** Path of the route, without tokens. */
  readonly path: string;
  /** One line per wrong field, as in `embeds[0].title: Must be 256 or fewer in length. (BASE_TYPE_MAX_LENGTH)`. */
  readonly errors: readonly string[];

  constructor(message: string, facts: DiscordApiErrorFacts, options?: ErrorOptions) {
    super(message, options);
    this.discordCode = facts.discordCode;
    this.status = facts.status;
    this.method = facts.method;
    this.path = facts.path;
    this.errors = facts.errors;
  }
}
