import { CogworkError } from './cogwork-error.js';

/** Interval, cron pattern, time of day or time zone of a task cannot be read. */
export class InvalidScheduleError extends CogworkError {
  readonly code = 'INVALID_SCHEDULE';
}
