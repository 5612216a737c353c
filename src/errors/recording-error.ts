import { CogworkError } from './cogwork-error.js';

/**
 * A recording could not be started, or a track of it could not be written.
 *
 * Look at the directory, its permissions and the free space; `cause` has the system's word. Other tracks go on.
 */
export class RecordingError extends CogworkError {
  readonly code = 'RECORDING';
}
