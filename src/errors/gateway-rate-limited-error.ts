import { CogworkError } from './cogwork-error.js';

/** Discord answered a gateway request with a RATE_LIMITED dispatch. */
export class GatewayRateLimitedError extends CogworkError {
  readonly code = 'GATEWAY_RATE_LIMITED';

  constructor(
    readonly opcode: number,
    /** Milliseconds until the same request is allowed again. */
    readonly retryAfterMs: number,
    readonly guildId: string | undefined,
    readonly nonce: string | undefined,
  ) {
    super(
      `Discord rate-limited a gateway request (opcode ${opcode}${guildId ? `, guild ${guildId}` : ''}). ` +
        `Ask again in ${(retryAfterMs / 1000).toFixed(1)} s; a full member list is allowed once per guild in 30 s.`,
    );
  }
}
