import { CogworkError } from './cogwork-error.js';

/**
 * Something was asked of a shard that has been closed.
 *
 * Ask before the bot closes, or connect again.
 */
export class ShardClosedError extends CogworkError {
  readonly code = 'SHARD_CLOSED';

  constructor(
    /** Shard that is closed, from 0. */
    readonly shardId: number,
    what = 'The request was not sent',
  ) {
    super(`Shard ${shardId} is closed. ${what}; connect again before using it.`);
  }
}
