import { nearestName } from '../utils/nearest-name.js';
import { InvalidDefinitionError } from './invalid-definition-error.js';

/** Every key of a type of settings, as a table that the compiler keeps complete. */
export type SettingKeys<Settings> = Readonly<Record<keyof Settings & string, true>>;

/**
 * Refuses settings of a decorator that nobody reads: files run without a type check may have any.
 *
 * @throws {InvalidDefinitionError} naming the setting and the nearest one that exists.
 */
export function checkSettings(settings: object, known: Readonly<Record<string, true>>, place: string): void {
  for (const key of Object.keys(settings)) {
    if (Object.hasOwn(known, key)) continue;
    throw new InvalidDefinitionError(
      `there is no setting '${key}'. ${adviseOn(key, Object.keys(known))}`,
      place,
    );
  }
}

/**
 * Refuses a name that is none of a fixed list.
 *
 * @throws {InvalidDefinitionError} naming it and the nearest one that exists.
 */
export function checkOneOf(value: unknown, known: readonly string[], what: string, place: string): void {
  if (typeof value === 'string' && known.includes(value)) return;
  throw new InvalidDefinitionError(
    `${JSON.stringify(value)} is no ${what}. ${adviseOn(String(value), known)}`,
    place,
  );
}

function adviseOn(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest ? `Did you mean '${nearest}'?` : `There are: ${[...known].sort().join(', ')}.`;
}
