import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { LineLevel, LogRoom } from '../utils/logger.js';
import { lineLevels, logRooms } from '../utils/logger.js';
import { nearestName } from '../utils/nearest-name.js';

/** Least important level that is written; `silent` writes nothing. */
export type LogLevel = LineLevel | 'silent';

/** Level for all rooms, or for each: `{ default: 'info', gateway: 'debug' }`. */
export type LogLevels = LogLevel | { readonly [Room in LogRoom | 'default']?: LogLevel };

/** Tells whether a line of a room is wanted. */
export type LevelGate = (level: LineLevel, room: string) => boolean;

const ENVIRONMENT = 'COGWORK_LOG';
const levels: readonly string[] = [...lineLevels, 'silent'];
const rooms: readonly string[] = ['default', ...logRooms];

/**
 * Reads the level of each room: from the option, then from `COGWORK_LOG`, which has the last word, so that a bot can be
 * looked at more closely without a change of its code.
 *
 * @throws InvalidOptionError when a room or a level does not exist, naming the nearest one.
 */
export function readLogLevels(
  option: LogLevels | undefined,
  fallback: LogLevel,
  environment: string | undefined = process.env[ENVIRONMENT],
): LevelGate {
  const entries = { ...entriesOf(option), ...parseLevels(environment ?? '') };
  const ranks = new Map(Object.entries(entries).map(([room, level]) => [room, levels.indexOf(level)]));
  const byDefault = ranks.get('default') ?? levels.indexOf(fallback);
  const ofApp = ranks.get('app') ?? byDefault;
  const rankOf = (room: string): number => ranks.get(room) ?? (rooms.includes(room) ? byDefault : ofApp);
  return (level, room) => levels.indexOf(level) >= rankOf(room);
}

function entriesOf(option: LogLevels | undefined): Record<string, LogLevel> {
  const entries = typeof option === 'object' ? option : option === undefined ? {} : { default: option };
  const given = Object.entries(entries).filter(([, level]) => level !== undefined);
  for (const [room, level] of given) check(room, level, 'logLevel');
  return Object.fromEntries(given);
}

/** Reads `info,gateway=debug`: a level alone is that of all rooms which are not named. */
function parseLevels(text: string): Record<string, LogLevel> {
  const entries: Record<string, LogLevel> = {};
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const [room = '', level] = part.includes('=') ? part.split('=', 2) : ['default', part];
    check(room.trim(), level?.trim().toLowerCase(), ENVIRONMENT);
    entries[room.trim()] = level!.trim().toLowerCase() as LogLevel;
  }
  return entries;
}

function check(room: string, level: unknown, place: string): void {
  if (!rooms.includes(room)) throw unknown(`a room '${room}'`, room, rooms, place);
  if (!levels.includes(level as string)) throw unknown(`a level '${level}'`, String(level), levels, place);
}

function unknown(what: string, name: string, known: readonly string[], place: string): InvalidOptionError {
  const nearest = nearestName(name, known);
  const advice = nearest ? `Did you mean '${nearest}'?` : `There are: ${known.join(', ')}.`;
  return new InvalidOptionError(`${place} names ${what}, which does not exist. ${advice}`, place);
}
