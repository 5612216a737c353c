import { createRequire } from 'node:module';
import { InvalidScheduleError } from '../errors/invalid-schedule-error.js';
import { parseDurationMs } from '../utils/parse-duration.js';

/** When a task runs: at intervals, by a cron pattern, or at times of day. */
export type ScheduleSettings =
  | {
      /** Interval, as in `'30s'` or `'1h30m'`, or in milliseconds. */
      readonly every: string | number;
      /** Whether it runs at once when it starts. @defaultValue true */
      readonly runAtStart?: boolean;
    }
  | {
      /** Cron pattern of five fields, or six with seconds first. */
      readonly cron: string;
      /** IANA name, as in `Europe/Paris`. @defaultValue 'UTC' */
      readonly timezone?: string;
    }
  | {
      /** Time of day, as in `'09:30'`, or several. */
      readonly at: string | readonly string[];
      /** IANA name, as in `Europe/Paris`. @defaultValue 'UTC' */
      readonly timezone?: string;
    };

/** Gives the moments at which a task runs. */
export interface Schedule {
  /** Next moment, given the one before (when there was one); `undefined` when there is none any more. */
  next(nowMs: number, previousMs: number | undefined): number | undefined;
}

/** Part of the cron library that is used. */
interface CronPattern {
  nextRun(previous?: Date): Date | null;
}

interface CronLibrary {
  readonly Cron: new (pattern: string, options: { timezone: string; paused: boolean }) => CronPattern;
}

/**
 * Reads a schedule.
 *
 * @throws {InvalidScheduleError} for an interval, pattern, time or time zone that cannot be read.
 */
export function createSchedule(settings: ScheduleSettings): Schedule {
  if ('every' in settings) return intervalSchedule(settings.every, settings.runAtStart ?? true);
  const timezone = settings.timezone ?? 'UTC';
  if ('cron' in settings) return cronSchedule([settings.cron], timezone);
  const times = typeof settings.at === 'string' ? [settings.at] : settings.at;
  return cronSchedule(times.map(timeToPattern), timezone);
}

/** Counts from the moment that was planned, so it does not drift; a late run is followed at once, but not made up for. */
function intervalSchedule(every: string | number, runAtStart: boolean): Schedule {
  const everyMs = parseDurationMs(every);
  if (everyMs === undefined || everyMs <= 0) {
    throw new InvalidScheduleError(
      `"${every}" is not an interval. Write one such as '30s', '5m' or '1h30m'.`,
    );
  }
  return {
    next(nowMs, previousMs) {
      if (previousMs === undefined) return runAtStart ? nowMs : nowMs + everyMs;
      return Math.max(nowMs, previousMs + everyMs);
    },
  };
}

function cronSchedule(patterns: readonly string[], timezone: string): Schedule {
  const crons = patterns.map((pattern) => readPattern(pattern, timezone));
  return {
    next(nowMs, previousMs) {
      const after = new Date(Math.max(nowMs, previousMs ?? 0));
      const moments = crons.flatMap((cron) => cron.nextRun(after)?.getTime() ?? []);
      return moments.length > 0 ? Math.min(...moments) : undefined;
    },
  };
}

function readPattern(pattern: string, timezone: string): CronPattern {
  const { Cron } = createRequire(import.meta.url)('croner') as CronLibrary; // loaded by the first task that needs it
  try {
    const cron = new Cron(pattern, { timezone, paused: true });
    cron.nextRun(new Date(0)); // an unknown time zone is found only now
    return cron;
  } catch (cause) {
    throw new InvalidScheduleError(
      `"${pattern}" in time zone ${timezone} is not a cron pattern that can be read: ${(cause as Error).message}`,
      { cause },
    );
  }
}

/** `09:30` → `0 30 9 * * *`. */
function timeToPattern(time: string): string {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(time) ?? [];
  if (hours === undefined)
    throw new InvalidScheduleError(`"${time}" is not a time of day. Write one such as '09:30'.`);
  return `${Number(seconds)} ${Number(minutes)} ${Number(hours)} * * *`;
}
