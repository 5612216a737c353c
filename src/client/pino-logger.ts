import { createRequire } from 'node:module';
import type { Logger as PinoInstance } from 'pino';
import type { LogFields, Logger } from '../utils/logger.js';

/** Least important level that is written. */
export type LogLevel = (typeof logLevels)[number];

/** Levels, the least important one first; the last one writes nothing. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/**
 * Default logger: JSON lines by pino, loaded when the first line is written.
 *
 * In a terminal the same facts are written as one readable line each.
 */
export class PinoLogger implements Logger {
  #pino: PinoInstance | undefined;

  constructor(private readonly level: LogLevel) {}

  debug(room: string, message: string, fields: LogFields = {}): void {
    this.#write('debug', room, message, fields);
  }

  info(room: string, message: string, fields: LogFields = {}): void {
    this.#write('info', room, message, fields);
  }

  warn(room: string, message: string, fields: LogFields = {}): void {
    this.#write('warn', room, message, fields);
  }

  error(room: string, message: string, fields: LogFields = {}): void {
    this.#write('error', room, message, fields);
  }

  #write(level: 'debug' | 'info' | 'warn' | 'error', room: string, message: string, fields: LogFields): void {
    if (this.level === 'silent') return;
    const { error, ...rest } = fields;
    this.#pino ??= makePino(this.level);
    this.#pino[level]({ room, ...rest, ...(error === undefined ? {} : { err: error }) }, message);
  }
}

function makePino(level: LogLevel): PinoInstance {
  const require = createRequire(import.meta.url);
  const { pino } = require('pino') as typeof import('pino');
  const destination = process.stdout.isTTY ? { write: writeReadable } : pino.destination({ sync: true });
  return pino({ level, base: null, serializers: { err: pino.stdSerializers.err } }, destination);
}

const LEVEL_NAMES: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info ', 40: 'WARN ', 50: 'ERROR' };

/** Turns one JSON line of pino's into one that a person reads. */
function writeReadable(line: string): void {
  const { level, time, room, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const at = new Date(time as number).toISOString().slice(11, 23);
  const facts = Object.entries(fields).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
  const stack = err ? `\n${(err as { stack?: string }).stack ?? JSON.stringify(err)}` : '';
  process.stdout.write(
    `${at} ${LEVEL_NAMES[level as number] ?? level} ${room}: ${msg}${facts.join('')}${stack}\n`,
  );
}
