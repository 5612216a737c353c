import type { Snowflake } from '../types/type-tools.js';
import { CogworkError } from './cogwork-error.js';

/**
 * Bot left voice on its own, by `leave()` or because it was closed.
 *
 * Nothing, when leaving was meant; else join again before playing on.
 */
export class VoiceLeftError extends CogworkError {
  readonly code = 'VOICE_LEFT';

  /** Channel that the bot was in. */
  readonly channelId: Snowflake;

  constructor(channelId: Snowflake) {
    super(`The bot has left voice channel ${channelId}. Join it again to go on.`);
    this.channelId = channelId;
  }
}
