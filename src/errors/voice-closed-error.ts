import type { Snowflake } from '../types/type-tools.js';
import { CogworkError } from './cogwork-error.js';

/**
 * Voice connection ended and will not come back by itself.
 *
 * Read `explanation`; join again only when it says that this can help.
 */
export class VoiceClosedError extends CogworkError {
  readonly code = 'VOICE_CLOSED';

  constructor(
    /** Channel whose connection ended. */
    readonly channelId: Snowflake,
    /** Close code of the voice WebSocket. @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#voice */
    readonly closeCode: number,
    /** What the code means, and what to do about it. */
    readonly explanation: string,
  ) {
    super(`The voice connection to channel ${channelId} ended with code ${closeCode}: ${explanation}`);
  }
}
