import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import type { Clock } from '../../utils/clock.js';
import { SystemClock } from '../../utils/system-clock.js';
import type { Activity } from './activity.js';
import { VirtualClock } from './virtual-clock.js';

/** Clock as the options of an emulator choose it. */
export function makeClock(
  { clock = 'virtual', startMs }: { readonly clock?: 'virtual' | 'real' | Clock; readonly startMs?: number },
  activity: Activity,
): Clock {
  if (clock === 'virtual')
    return new VirtualClock({ activity, ...(startMs === undefined ? {} : { startMs }) });
  if (clock === 'real') return new SystemClock();
  if (typeof clock === 'object') return clock;
  throw new InvalidOptionError(
    `clock: ${JSON.stringify(clock)} is no clock: give 'virtual', 'real' or a Clock.`,
    'clock',
  );
}
