import type { LogFields } from '../../utils/logger.js';
import type { Paint, Tint } from './paint.js';

/** One line of a bot's log. */
export interface LogLine {
  readonly atMs: number;
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'output';
  readonly room: string;
  readonly message: string;
  readonly stack?: string | undefined;
}

const TINTS: Readonly<Record<LogLine['level'], Tint | undefined>> = {
  debug: 'dim',
  info: 'green',
  warn: 'yellow',
  error: 'red',
  output: undefined,
};

/** Line of a log as a person reads it; what the program printed by itself stays as it is. */
export function describeLogLine(line: LogLine, paint: Paint): string {
  const { atMs, level, message, room, stack } = line;
  const tint = TINTS[level];
  if (tint === undefined) return message;
  const time = new Date(atMs).toTimeString().slice(0, 8);
  const head = `${paint('dim', time)} ${paint(tint, level.padEnd(5))} ${paint('dim', `${room}:`)} ${message}`;
  return stack === undefined ? head : `${head}\n${paint('dim', stack)}`;
}

/** Facts of a line as text, ` shard=1 guild="12"`, and the stack of its error. */
export function describeFields({ error, ...facts }: LogFields): { facts: string; stack: string | undefined } {
  const texts = Object.entries(facts).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
  const stack = error instanceof Error ? error.stack : undefined;
  return { facts: texts.join(''), stack: stack ?? (error === undefined ? undefined : String(error)) };
}
