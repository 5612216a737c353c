import { InvalidOptionError } from '../errors/invalid-option-error.js';
import { nearestName } from '../utils/nearest-name.js';

/** Every key of an options type, as a table that the compiler keeps complete. */
export type KeysOf<Options> = Readonly<Record<keyof Options & string, true>>;

/**
 * Refuses options that nobody reads.
 *
 * @throws {InvalidOptionError} naming the option and the nearest one that exists.
 */
export function checkKnownKeys<Options>(options: object, known: KeysOf<Options>, where: string): void {
  for (const key of Object.keys(options)) {
    if (Object.hasOwn(known, key)) continue;
    const nearest = nearestName(key, Object.keys(known));
    const advice = nearest
      ? `Did you mean '${nearest}'?`
      : `Known options: ${Object.keys(known).sort().join(', ')}.`;
    throw new InvalidOptionError(`Unknown option '${key}' in ${where}. ${advice}`, key);
  }
}
