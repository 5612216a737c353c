import type { Snowflake } from '../types/type-tools.js';
import { CogworkError } from './cogwork-error.js';

/**
 * Voice channel has as many people in it as its user limit allows.
 *
 * Wait until somebody leaves, or give the bot the permission to move members, which lets it in anyway.
 */
export class VoiceChannelFullError extends CogworkError {
  readonly code = 'VOICE_CHANNEL_FULL';

  constructor(
    /** Channel that is full. */
    readonly channelId: Snowflake,
    /** Most people that fit into the channel. */
    readonly userLimit: number,
  ) {
    super(
      `Voice channel ${channelId} is full: its user limit is ${userLimit}. ` +
        'Wait until somebody leaves, or give the bot the permission to move members, which lets it in anyway.',
    );
  }
}
