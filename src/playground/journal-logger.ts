import type { Clock } from '../utils/clock.js';
import type { LogLine } from '../utils/line-logger.js';
import { LineLogger } from '../utils/line-logger.js';
import type { Journal } from './journal.js';

/** Logger of a bot in the same process, whose lines the page shows. */
export class JournalLogger extends LineLogger {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected write({ level, room, message, fields }: LogLine): void {
    const { cog, method, error } = fields;
    this.journal.addLog({
      atMs: this.clock.now(),
      level: level === 'trace' ? 'debug' : level,
      room,
      message,
      origin: typeof cog === 'string' && typeof method === 'string' ? `${cog}.${method}` : undefined,
      stack: error instanceof Error ? error.stack : undefined,
    });
  }
}
