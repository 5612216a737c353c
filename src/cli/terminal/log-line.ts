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
