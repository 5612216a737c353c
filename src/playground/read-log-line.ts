import type { LogView } from './journal-view.js';

const LEVELS: Readonly<Record<number, LogView['level']>> = {
  10: 'debug',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'error',
};

/** Reads one line that a bot's process printed: a JSON line of the logger, or whatever else it is. */
export function readLogLine(line: string, atMs: number): Omit<LogView, 'id'> {
  const fields = parse(line);
  const level = LEVELS[Number(fields?.['level'])];
  if (!fields || level === undefined) {
    return { atMs, level: 'output', room: '', message: line, origin: undefined, stack: undefined };
  }
  const { err, cog, method } = fields;
  const { stack } = (err ?? {}) as { stack?: unknown };
  return {
    atMs: typeof fields['time'] === 'number' ? fields['time'] : atMs,
    level,
    room: String(fields['room'] ?? ''),
    message: String(fields['msg'] ?? ''),
    origin: typeof cog === 'string' && typeof method === 'string' ? `${cog}.${method}` : undefined,
    stack: typeof stack === 'string' ? stack : undefined,
  };
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
