import { CogworkError } from './cogwork-error.js';

/** Identify named a shard that does not exist among the given count (close code 4010). */
export class InvalidShardError extends CogworkError {
  readonly code = 'INVALID_SHARD';

  constructor(
    readonly shardId: number,
    readonly shardCount: number,
  ) {
    super(
      `Discord refused shard ${shardId} of ${shardCount}. Shard ids run from 0 to count - 1; check the \`shards\` option.`,
    );
  }
}
