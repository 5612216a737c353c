import { CogworkError } from './cogwork-error.js';

/** Bot is in too many guilds for the number of shards it was started with (close code 4011). */
export class ShardingRequiredError extends CogworkError {
  readonly code = 'SHARDING_REQUIRED';

  constructor(
    readonly shardId: number,
    readonly shardCount: number,
  ) {
    super(
      `Discord asks for more shards than ${shardCount}: a shard may serve at most 2,500 guilds. ` +
        "Set `shards: 'auto'`, or a higher count.",
    );
  }
}
