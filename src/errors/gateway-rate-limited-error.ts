import { CogworkError } from './cogwork-error.js';

/**
 * Discord answered a gateway request with a RATE_LIMITED dispatch.
 *
 * Ask again after `retryAfterMs`. A guild's whole list of members is given once in 30 seconds; ask for what you need
 * by `query` or ids.
 */
export class GatewayRateLimitedError extends CogworkError {
  readonly code = 'GATEWAY_RATE_LIMITED';

  constructor(
    /** Gateway opcode that was limited. */
    readonly opcode: number,
    /** Milliseconds until the same request is allowed again. */
    readonly retryAfterMs: number,
    /** Guild that was asked about, when it was about one. */
    readonly guildId: string | undefined,
    /** Nonce of the request that was refused. */
    readonly nonce: string | undefined,
  ) {
    super(
      `Discord rate-limited a gateway request (opcode ${opcode}${guildId ? `, guild ${guildId}` : ''}). ` +
        `Ask again in ${(retryAfterMs / 1000).toFixed(1)} s; a full member list is allowed once per guild in 30 s.`,
    );
  }
}
