import { CheckError } from './check-error.js';

/**
 * Handler was used too often for now.
 *
 * The user is told when to try again. `@OnError(CooldownError)` says it in other words; `@Cooldown` sets how often is
 * too often.
 */
export class CooldownError extends CheckError {
  readonly code = 'COOLDOWN';

  constructor(
    /** Milliseconds until it can be used again. */
    readonly retryAfterMs: number,
    /** How often it can be used in `perMs`. */
    readonly uses: number,
    /** Length of the window in milliseconds. */
    readonly perMs: number,
    /** What is counted: by user, by guild and the like. */
    readonly by: string,
  ) {
    super(`Slow down: try again in ${(retryAfterMs / 1000).toFixed(1)} seconds.`);
  }

  /** Seconds until it can be used again. */
  get retryAfterSeconds(): number {
    return this.retryAfterMs / 1000;
  }
}
