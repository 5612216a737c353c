import { CogworkError } from './cogwork-error.js';

/** Gateway does not speak the API version that was asked for (close code 4012). */
export class InvalidApiVersionError extends CogworkError {
  readonly code = 'INVALID_API_VERSION';

  constructor(
    readonly apiVersion: number,
    readonly shardId: number,
  ) {
    super(
      `Discord's gateway refused API version ${apiVersion} on shard ${shardId}. ` +
        'Use version 10: remove the `apiVersion` option or the COGWORK_API_VERSION variable.',
    );
  }
}
