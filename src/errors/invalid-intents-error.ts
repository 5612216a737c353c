import { CogworkError } from './cogwork-error.js';

/** Identify carried an intents number with bits that Discord does not know (close code 4013). */
export class InvalidIntentsError extends CogworkError {
  readonly code = 'INVALID_INTENTS';

  constructor(
    readonly intents: number,
    readonly shardId: number,
  ) {
    super(
      `Discord refused the intents ${intents} (0x${intents.toString(16)}) of shard ${shardId} as invalid. ` +
        'Build them with `Intents` instead of writing the number by hand.',
    );
  }
}
