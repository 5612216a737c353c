import type { Snowflake } from '../types/type-tools.js';
import { CogworkError } from './cogwork-error.js';

/**
 * Bot lacks a permission in a voice channel.
 *
 * Grant what `missing` names to a role of the bot, or in the permissions of the channel.
 */
export class VoicePermissionError extends CogworkError {
  readonly code = 'VOICE_PERMISSION';

  constructor(
    /** Channel that the bot may not join. */
    readonly channelId: Snowflake,
    /** Names of the permissions that are missing. */
    readonly missing: readonly string[],
  ) {
    super(
      `The bot may not join voice channel ${channelId}: it lacks ${missing.join(', ')}. ` +
        'Grant that to a role of the bot, or in the permissions of the channel.',
    );
  }
}
