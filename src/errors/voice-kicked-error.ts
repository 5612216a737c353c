import type { Snowflake } from '../types/type-tools.js';
import { CogworkError } from './cogwork-error.js';

/**
 * Somebody disconnected the bot from voice, or its channel was deleted.
 *
 * Join again only when a user asks for it: a moderator wanted the bot out, or the channel is gone.
 */
export class VoiceKickedError extends CogworkError {
  readonly code = 'VOICE_KICKED';

  /** Channel that the bot was in. */
  readonly channelId: Snowflake;

  constructor(channelId: Snowflake) {
    super(
      `The bot was disconnected from voice channel ${channelId} by a moderator, or the channel is gone. ` +
        'Join again only when a user asks for it.',
    );
    this.channelId = channelId;
  }
}
