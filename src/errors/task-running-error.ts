import { CogworkError } from './cogwork-error.js';

/** Task was started while it is running. */
export class TaskRunningError extends CogworkError {
  readonly code = 'TASK_RUNNING';
}
