import type { Snowflake } from '../types/type-tools.js';
import { CogworkError } from './cogwork-error.js';

/**
 * Call is end-to-end encrypted, and this process cannot take part in that.
 *
 * Install `@snazzah/davey` for this platform; `voiceDoctor()` says whether it loads.
 *
 * @see https://docs.discord.com/developers/topics/voice-connections#end-to-end-encryption-dave-protocol
 */
export class VoiceDaveRequiredError extends CogworkError {
  readonly code = 'VOICE_DAVE_REQUIRED';

  constructor(
    /** Channel that could not be joined. */
    readonly channelId: Snowflake,
    options?: ErrorOptions,
  ) {
    super(
      `Voice channel ${channelId} demands end-to-end encryption (DAVE), which this process cannot do. ` +
        'Install @snazzah/davey for this platform; voiceDoctor() says whether it loads.',
      options,
    );
  }
}
