import { CogworkError } from './cogwork-error.js';

/**
 * Request was made of a REST client that is closed, or was waiting when it closed.
 *
 * Await requests before `close()`, or make a new client.
 */
export class RestClosedError extends CogworkError {
  readonly code = 'REST_CLOSED';

  constructor() {
    super(
      'The REST client is closed, so nothing more is sent. Make requests before close(), or make a new client.',
    );
  }
}
