import { portToken } from '../types/token.js';

/** Facts that belong to a log line; an error goes under `error`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** How much a line matters, the least first. */
export const lineLevels = ['trace', 'debug', 'info', 'warn', 'error'] as const;

/** How much a line matters. */
export type LineLevel = (typeof lineLevels)[number];

/** Parts of the package that write lines; `app` stands for every other room: those that your own code names. */
export const logRooms = [
  'app',
  'client',
  'cluster',
  'cogs',
  'commands',
  'dispatch',
  'gateway',
  'interactions',
  'pipeline',
  'rest',
  'ui',
  'voice',
] as const;

/** Part of the package that writes lines. */
export type LogRoom = (typeof logRooms)[number];

/**
 * Where the package writes what a person should know; `room` names the part that speaks.
 *
 * Extend `LineLogger` to bring another library's logger in with one method.
 */
export interface Logger {
  /** Writes what is of use at the closest look, such as every frame of the gateway; without it such lines go to `debug`. */
  trace?(room: string, message: string, fields?: LogFields): void;
  /** Writes what only somebody looking for a mistake wants to know. */
  debug(room: string, message: string, fields?: LogFields): void;
  /** Writes what an operator wants to know in quiet times. */
  info(room: string, message: string, fields?: LogFields): void;
  /** Writes what may become a mistake. */
  warn(room: string, message: string, fields?: LogFields): void;
  /** Writes what went wrong; `fields.error` has the error. */
  error(room: string, message: string, fields?: LogFields): void;
  /** Whether a line would be written: asked before one is made that costs something. @defaultValue always */
  isLevelEnabled?(level: LineLevel, room: string): boolean;
}

/** Token by which the bot's logger is injected: `inject(Logger)`. */
export const Logger = portToken<Logger>('Logger');
