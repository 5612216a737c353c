import { CogworkError } from './cogwork-error.js';

/**
 * Identify asked for a privileged intent that is not enabled for the application (close code 4014).
 *
 * Switch the intents on in the developer portal (Bot → Privileged Gateway Intents), or remove the listeners and
 * caches that ask for them: `bot.intents.explain()` names each.
 *
 * @see https://docs.discord.com/developers/events/gateway#privileged-intents
 */
export class DisallowedIntentsError extends CogworkError {
  readonly code = 'DISALLOWED_INTENTS';

  constructor(
    /** Privileged intents that were asked for, each followed by who asked when that is known. */
    readonly intents: readonly string[],
    /** Shard whose identify was refused, from 0. */
    readonly shardId: number,
  ) {
    super(
      `Discord refused the privileged intents of shard ${shardId}: ${intents.join('; ') || 'none is known'}. ` +
        'Enable them in the developer portal under Bot → Privileged Gateway Intents, or remove what asks for them.',
    );
  }
}
