import type { LineLevel, LogFields, Logger } from './logger.js';

/** One line of a log. */
export interface LogLine {
  /** How much it matters. */
  readonly level: LineLevel;
  /** Part that speaks: a room of the package, or what your own code calls itself. */
  readonly room: string;
  /** Text of the line, without secrets. */
  readonly message: string;
  /** Facts that belong to it, without secrets; an error stands under `error`. */
  readonly fields: LogFields;
}

/**
 * Logger whose lines all go one way: the base for a logger of your own.
 *
 * @example
 * ```ts
 * class ConsoleLogger extends LineLogger {
 *   protected write({ level, room, message, fields }: LogLine): void {
 *     console[level](`${room}: ${message}`, fields);
 *   }
 * }
 * new Bot({ logger: new ConsoleLogger() });
 * ```
 */
export abstract class LineLogger implements Logger {
  /** Writes what is of use at the closest look. */
  trace(room: string, message: string, fields: LogFields = {}): void {
    this.write({ level: 'trace', room, message, fields });
  }

  /** Writes what only somebody looking for a mistake wants to know. */
  debug(room: string, message: string, fields: LogFields = {}): void {
    this.write({ level: 'debug', room, message, fields });
  }

  /** Writes what an operator wants to know in quiet times. */
  info(room: string, message: string, fields: LogFields = {}): void {
    this.write({ level: 'info', room, message, fields });
  }

  /** Writes what may become a mistake. */
  warn(room: string, message: string, fields: LogFields = {}): void {
    this.write({ level: 'warn', room, message, fields });
  }

  /** Writes what went wrong; `fields.error` has the error. */
  error(room: string, message: string, fields: LogFields = {}): void {
    this.write({ level: 'error', room, message, fields });
  }

  /** Whether a line would be written; every one unless a subclass says otherwise. */
  isLevelEnabled(_level: LineLevel, _room: string): boolean {
    return true;
  }

  /** Writes one line. */
  protected abstract write(line: LogLine): void;
}
