import type { LineLevel, Logger } from './logger.js';

/** Whether a line would be written; asked where making it costs something. */
export function isLineWanted(logger: Logger, level: LineLevel, room: string): boolean {
  return logger.isLevelEnabled?.(level, room) ?? true;
}
