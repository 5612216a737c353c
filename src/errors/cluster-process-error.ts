import { CogworkError } from './cogwork-error.js';

/**
 * One of a bot's processes could not start, or cannot be reached.
 *
 * Read what the process printed before it ended; the message says which one it was.
 */
export class ClusterProcessError extends CogworkError {
  readonly code = 'CLUSTER_PROCESS';
}
