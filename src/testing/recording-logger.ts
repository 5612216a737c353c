import { inspect } from 'node:util';
import { inspectCustom } from '../utils/inspect-as.js';
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

  /** Lines as text, one below the other, with their errors. */
  override toString(): string {
    return this.entries.map(textOf).join('\n');
  }

  /** Shows in a console what was logged. @internal */
  [inspectCustom](): string {
    return `RecordingLogger, ${this.entries.length} lines\n${this.toString()}`.trimEnd();
  }

  protected write(line: LogLine): void {
    this.entries.push(line);
  }
}

function textOf({ fields, level, message, room }: LogEntry): string {
  const { error, ...facts } = fields;
  const shown = Object.entries(facts).flatMap(([key, value]) => {
    const isShort = ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
    return isShort ? [` ${key}=${value}`] : [];
  });
  const end = error === undefined ? '' : `\n${inspect(error)}`;
  return `${level.padEnd(5)} ${room}: ${message}${shown.join('')}${end}`;
}
