import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import type { Activity } from './activity.js';
import type { ErrorChain } from './error-chain.js';

/** What every compiled handler of one bot shares. */
export interface PipelineTools {
  readonly activity: Activity;
  readonly clock: Clock;
  readonly errors: ErrorChain;
  readonly logger: Logger;
}
