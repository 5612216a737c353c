import { CogworkError } from './cogwork-error.js';

/**
 * So many requests were refused lately that one more could get the machine's address banned; nothing was sent.
 *
 * Look in the log for what is refused, and stop sending it; requests go on after `retryAfterMs`.
 *
 * @see https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
export class InvalidRequestLimitError extends CogworkError {
  readonly code = 'INVALID_REQUEST_LIMIT';

  constructor(
    /** Answers of 401, 403 and 429 in the last ten minutes. */
    readonly count: number,
    /** Milliseconds until requests are let through again. */
    readonly retryAfterMs: number,
  ) {
    super(
      `${count} requests were refused (401, 403, 429) in ten minutes; Discord bans an address at 10,000. ` +
        `Requests are held back for another ${Math.ceil(retryAfterMs / 1000)} s: look in the log for what is refused, and stop sending it.`,
    );
  }
}
