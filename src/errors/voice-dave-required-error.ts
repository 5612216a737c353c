import type { Snowflake } from '../types/type-tools.js';
import { CogworkError } from './cogwork-error.js';

/** Call is end-to-end encrypted, and this process cannot take part in that. */
export class VoiceDaveRequiredError extends CogworkError {
  readonly code = 'VOICE_DAVE_REQUIRED';

  constructor(
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
