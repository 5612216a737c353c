import { portToken } from '../types/token.js';

/** Facts that belong to a log line; an error goes under `error`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where the package writes what a person should know; `room` names the part that speaks. */
export interface Logger {
  debug(room: string, message: string, fields?: LogFields): void;
  info(room: string, message: string, fields?: LogFields): void;
  warn(room: string, message: string, fields?: LogFields): void;
  error(room: string, message: string, fields?: LogFields): void;
}

export const Logger = portToken<Logger>('Logger');
