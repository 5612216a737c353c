import { CogworkError } from './cogwork-error.js';

/** One of a bot's processes could not start, or cannot be reached. */
export class ClusterProcessError extends CogworkError {
  readonly code = 'CLUSTER_PROCESS';
}
