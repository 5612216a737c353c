import { CheckError } from './check-error.js';

/** Handler was used too often for now. */
export class CooldownError extends CheckError {
  readonly code = 'COOLDOWN';

  constructor(
    /** Milliseconds until it can be used again. */
    readonly retryAfterMs: number,
    /** How often it can be used in `perMs`. */
    readonly uses: number,
    readonly perMs: number,
    /** What is counted: by user, by guild, … */
    readonly by: string,
  ) {
    super(`Slow down: try again in ${(retryAfterMs / 1000).toFixed(1)} seconds.`);
  }

  /** Seconds until it can be used again. */
  get retryAfterSeconds(): number {
    return this.retryAfterMs / 1000;
  }
}
