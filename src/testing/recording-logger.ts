import type { LogFields, Logger } from '../utils/logger.js';

/** One line that was logged. */
export interface LogEntry {
  /** How much it matters. */
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** Part of the bot that spoke. */
  readonly room: string;
  /** Text of the line. */
  readonly message: string;
  /** Facts that belong to it. */
  readonly fields: LogFields;
}

/** Logger that keeps its lines, for tests to look at. */
export class RecordingLogger implements Logger {
  /** Lines in the order in which they were written. */
  readonly entries: LogEntry[] = [];

  /** Keeps a line of level `debug`. */
  debug(room: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'debug', room, message, fields });
  }

  /** Keeps a line of level `info`. */
  info(room: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'info', room, message, fields });
  }

  /** Keeps a line of level `warn`. */
  warn(room: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'warn', room, message, fields });
  }

  /** Keeps a line of level `error`. */
  error(room: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'error', room, message, fields });
  }

  /** Lines of one level. */
  of(level: LogEntry['level']): LogEntry[] {
    return this.entries.filter((entry) => entry.level === level);
  }
}
