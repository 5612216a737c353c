import type { LogLine } from '../utils/line-logger.js';
import { LineLogger } from '../utils/line-logger.js';

/** One line that was logged. */
export type LogEntry = LogLine;

/** Logger that keeps its lines, for tests to look at. */
export class RecordingLogger extends LineLogger {
  /** Lines in the order in which they were written. */
  readonly entries: LogEntry[] = [];

  /** Lines of one level. */
  of(level: LogEntry['level']): LogEntry[] {
    return this.entries.filter((entry) => entry.level === level);
  }

  protected write(line: LogLine): void {
    this.entries.push(line);
  }
}
