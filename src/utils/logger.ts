import { portToken } from '../types/token.js';

/** Facts that belong to a log line; an error goes under `error`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where the package writes what a person should know; `room` names the part that speaks. */
export interface Logger {
  /** Writes what only somebody looking for a mistake wants to know. */
  debug(room: string, message: string, fields?: LogFields): void;
  /** Writes what an operator wants to know in quiet times. */
  info(room: string, message: string, fields?: LogFields): void;
  /** Writes what may become a mistake. */
  warn(room: string, message: string, fields?: LogFields): void;
  /** Writes what went wrong; `fields.error` has the error. */
  error(room: string, message: string, fields?: LogFields): void;
}

/** Token by which the bot's logger is injected: `inject(Logger)`. */
export const Logger = portToken<Logger>('Logger');
