import type { LogFields, Logger } from '../utils/logger.js';

/** One line that was logged. */
export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly room: string;
  readonly message: string;
  readonly fields: LogFields;
}

/** Logger that keeps its lines, for tests to look at. */
export class RecordingLogger implements Logger {
  readonly entries: LogEntry[] = [];

  debug(room: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'debug', room, message, fields });
  }

  info(room: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'info', room, message, fields });
  }

  warn(room: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'warn', room, message, fields });
  }

  error(room: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'error', room, message, fields });
  }

  /** Lines of one level. */
  of(level: LogEntry['level']): LogEntry[] {
    return this.entries.filter((entry) => entry.level === level);
  }
}
