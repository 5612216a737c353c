import { TerminalLogger } from '../../client/terminal-logger.js';
import type { LogLine } from '../../utils/line-logger.js';

/** Logger of a bot that is only looked at: writes what is wrong, and nothing else. */
export class AlarmLogger extends TerminalLogger {
  protected override write(line: LogLine): void {
    if (line.level === 'warn' || line.level === 'error') super.write(line);
  }
}
