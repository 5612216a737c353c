import type { Snowflake } from '../types/type-tools.js';
import { CogworkError } from './cogwork-error.js';

/**
 * Voice connection did not become ready in time.
 *
 * Read `stage`: while it is `signalling`, Discord has said nothing, so look at intents and permissions; later, look
 * at the network.
 */
export class VoiceTimeoutError extends CogworkError {
  readonly code = 'VOICE_TIMEOUT';

  constructor(
    /** Channel that was to be joined. */
    readonly channelId: Snowflake,
    /** What was being waited for, as in `signalling`. */
    readonly stage: string,
    /** How long was waited, in milliseconds. */
    readonly timeoutMs: number,
    hint: string,
  ) {
    super(`Voice channel ${channelId} was not ready within ${timeoutMs} ms; it was still ${stage}. ${hint}`);
  }
}
