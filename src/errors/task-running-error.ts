import { CogworkError } from './cogwork-error.js';

/**
 * Task was started while it is running.
 *
 * Ask `isRunning` first, or call `restart()` to begin anew.
 */
export class TaskRunningError extends CogworkError {
  readonly code = 'TASK_RUNNING';
}
