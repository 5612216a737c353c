import { CogworkError } from './cogwork-error.js';

/**
 * Gateway does not speak the API version that was asked for (close code 4012).
 *
 * Remove `apiVersion` from the options and `COGWORK_API_VERSION` from the environment; this version of the package
 * speaks 10.
 */
export class InvalidApiVersionError extends CogworkError {
  readonly code = 'INVALID_API_VERSION';

  constructor(
    /** Version that was asked for. */
    readonly apiVersion: number,
    /** Shard that was refused, from 0. */
    readonly shardId: number,
  ) {
    super(
      `Discord's gateway refused API version ${apiVersion} on shard ${shardId}. ` +
        'Use version 10: remove the `apiVersion` option or the COGWORK_API_VERSION variable.',
    );
  }
}
