import { CogworkError } from './cogwork-error.js';

/**
 * Interval, cron pattern, time of day or time zone of a task cannot be read.
 *
 * Write an interval as `5m`, a cron pattern with five or six fields, a time of day as `09:30`, and a time zone as in
 * `Europe/Paris`.
 */
export class InvalidScheduleError extends CogworkError {
  readonly code = 'INVALID_SCHEDULE';
}
