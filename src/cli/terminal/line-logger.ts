import type { LogLevel } from '../../client/pino-logger.js';
import { logLevels } from '../../client/pino-logger.js';
import type { Clock } from '../../utils/clock.js';
import type { LogFields, Logger } from '../../utils/logger.js';
import type { LogLine } from './log-line.js';
import { describeFields } from './log-line.js';

/** Logger of bots whose program the command line runs: hands on each line of at least a level. */
export class LineLogger implements Logger {
  readonly #least: number;
  readonly #clock: Clock;
  readonly #write: (line: LogLine) => void;

  constructor(level: LogLevel, clock: Clock, write: (line: LogLine) => void) {
    this.#least = logLevels.indexOf(level);
    this.#clock = clock;
    this.#write = write;
  }

  debug(room: string, message: string, fields?: LogFields): void {
    this.#log('debug', room, message, fields);
  }

  info(room: string, message: string, fields?: LogFields): void {
    this.#log('info', room, message, fields);
  }

  warn(room: string, message: string, fields?: LogFields): void {
    this.#log('warn', room, message, fields);
  }

  error(room: string, message: string, fields?: LogFields): void {
    this.#log('error', room, message, fields);
  }

  #log(level: 'debug' | 'info' | 'warn' | 'error', room: string, text: string, fields: LogFields = {}): void {
    if (logLevels.indexOf(level) < this.#least) return;
    const { facts, stack } = describeFields(fields);
    this.#write({ atMs: this.#clock.now(), level, room, message: `${text}${facts}`, stack });
  }
}
