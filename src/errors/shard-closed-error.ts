import { CogworkError } from './cogwork-error.js';

/** Something was asked of a shard that has been closed. */
export class ShardClosedError extends CogworkError {
  readonly code = 'SHARD_CLOSED';

  constructor(
    readonly shardId: number,
    what = 'The request was not sent',
  ) {
    super(`Shard ${shardId} is closed. ${what}; connect again before using it.`);
  }
}
