import { InvalidOptionError } from '../errors/invalid-option-error.js';
import { nearestName } from '../utils/nearest-name.js';
import type { EmulatorOptions } from './emulator-options.js';

const known: Readonly<Record<keyof EmulatorOptions, true>> = {
  answerTimeoutMs: true,
  clock: true,
  heartbeatIntervalMs: true,
  identifyLimits: true,
  resumeWindowMs: true,
  startMs: true,
};

/** Refuses options that nobody reads. @throws {InvalidOptionError} naming the nearest one that exists. */
export function checkEmulatorOptions(options: EmulatorOptions): void {
  for (const key of Object.keys(options)) {
    if (Object.hasOwn(known, key)) continue;
    const nearest = nearestName(key, Object.keys(known));
    const advice = nearest ? `Did you mean '${nearest}'?` : `There are: ${Object.keys(known).join(', ')}.`;
    throw new InvalidOptionError(`The emulator has no option '${key}'. ${advice}`, key);
  }
}
