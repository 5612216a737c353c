import type { Bucket } from './bucket.js';

/** Settings of a limit of runs at one time. */
export interface ConcurrencySettings {
  /** How many runs there may be at one time. */
  readonly uses: number;
  /** What runs are counted by. @defaultValue 'global' */
  readonly by?: Bucket;
  /** Whether a run waits for its turn, first come first served, instead of being refused. @defaultValue false */
  readonly wait?: boolean;
}
