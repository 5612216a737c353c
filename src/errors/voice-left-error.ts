import type { Snowflake } from '../types/type-tools.js';
import { CogworkError } from './cogwork-error.js';

/** Bot left voice on its own, by `leave()` or because it was closed. */
export class VoiceLeftError extends CogworkError {
  readonly code = 'VOICE_LEFT';

  constructor(readonly channelId: Snowflake) {
    super(`The bot has left voice channel ${channelId}. Join it again to go on.`);
  }
}
