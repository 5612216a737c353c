import { CogworkError } from './cogwork-error.js';

/** A recording could not be started, or a track of it could not be written. */
export class RecordingError extends CogworkError {
  readonly code = 'RECORDING';
}
