import { CogworkError } from './cogwork-error.js';

/**
 * Identify named a shard that does not exist among the given count (close code 4010).
 *
 * Count shard ids from 0, and give every process the same count; `shards: 'auto'` does both.
 */
export class InvalidShardError extends CogworkError {
  readonly code = 'INVALID_SHARD';

  constructor(
    /** Shard that was asked for. */
    readonly shardId: number,
    /** How many shards there are said to be. */
    readonly shardCount: number,
  ) {
    super(
      `Discord refused shard ${shardId} of ${shardCount}. Shard ids run from 0 to count - 1; check the \`shards\` option.`,
    );
  }
}
