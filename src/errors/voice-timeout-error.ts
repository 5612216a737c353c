import type { Snowflake } from '../types/type-tools.js';
import { CogworkError } from './cogwork-error.js';

/** Voice connection did not become ready in time. */
export class VoiceTimeoutError extends CogworkError {
  readonly code = 'VOICE_TIMEOUT';

  constructor(
    readonly channelId: Snowflake,
    /** What was being waited for, as in `signalling`. */
    readonly stage: string,
    readonly timeoutMs: number,
    hint: string,
  ) {
    super(`Voice channel ${channelId} was not ready within ${timeoutMs} ms; it was still ${stage}. ${hint}`);
  }
}
