import type { ServiceContainer } from '../di/service-container.js';
import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import type { Activity } from './activity.js';
import type { BotSteps } from './bot-steps.js';
import type { ErrorChain } from './error-chain.js';
import type { InvocationObserver } from './invocation-observer.js';
import type { CooldownStore } from './limits/cooldown-store.js';

/** What every compiled handler of one bot shares. */
export interface PipelineTools {
  readonly activity: Activity;
  readonly clock: Clock;
  readonly errors: ErrorChain;
  readonly logger: Logger;
  /** Checks and hooks of the whole bot. */
  readonly botSteps?: BotSteps;
  /** Where cooldowns are counted; in memory, apart for each handler, unless given. */
  readonly cooldowns?: CooldownStore;
  /** Told of each run. */
  readonly observer?: InvocationObserver;
  /** Builds checks that are classes, and has a container for each invocation; without it checks get no services. */
  readonly services?: ServiceContainer;
}
