import type { Clock } from '../utils/clock.js';
import type { LogFields, Logger } from '../utils/logger.js';
import type { Journal } from './journal.js';
import type { LogView } from './page-message.js';

/** Logger of a bot in the same process, whose lines the page shows. */
export class JournalLogger implements Logger {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  debug(room: string, message: string, fields?: LogFields): void {
    this.#add('debug', room, message, fields);
  }

  info(room: string, message: string, fields?: LogFields): void {
    this.#add('info', room, message, fields);
  }

  warn(room: string, message: string, fields?: LogFields): void {
    this.#add('warn', room, message, fields);
  }

  error(room: string, message: string, fields?: LogFields): void {
    this.#add('error', room, message, fields);
  }

  #add(level: LogView['level'], room: string, message: string, fields: LogFields = {}): void {
    const { cog, method, error } = fields;
    this.journal.addLog({
      atMs: this.clock.now(),
      level,
      room,
      message,
      origin: typeof cog === 'string' && typeof method === 'string' ? `${cog}.${method}` : undefined,
      stack: error instanceof Error ? error.stack : undefined,
    });
  }
}
