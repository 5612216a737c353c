import { CogworkError } from './cogwork-error.js';

/**
 * Identify carried an intents number with bits that Discord does not know (close code 4013).
 *
 * Build intents with `Intents` instead of writing a number by hand.
 */
export class InvalidIntentsError extends CogworkError {
  readonly code = 'INVALID_INTENTS';

  constructor(
    /** Number that was refused. */
    readonly intents: number,
    /** Shard that was refused, from 0. */
    readonly shardId: number,
  ) {
    super(
      `Discord refused the intents ${intents} (0x${intents.toString(16)}) of shard ${shardId} as invalid. ` +
        'Build them with `Intents` instead of writing the number by hand.',
    );
  }
}
