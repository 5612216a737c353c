import { CogworkError } from './cogwork-error.js';

/**
 * Bot is in too many guilds for the number of shards it was started with (close code 4011).
 *
 * Set `shards: 'auto'`, or a higher count: a shard serves at most 2,500 guilds.
 *
 * @see https://docs.discord.com/developers/events/gateway#sharding
 */
export class ShardingRequiredError extends CogworkError {
  readonly code = 'SHARDING_REQUIRED';

  constructor(
    /** Shard that was refused, from 0. */
    readonly shardId: number,
    /** How many shards the bot was started with. */
    readonly shardCount: number,
  ) {
    super(
      `Discord asks for more shards than ${shardCount}: a shard may serve at most 2,500 guilds. ` +
        "Set `shards: 'auto'`, or a higher count.",
    );
  }
}
