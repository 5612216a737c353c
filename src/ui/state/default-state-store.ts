import type { Clock } from '../../utils/clock.js';
import type { Logger } from '../../utils/logger.js';
import { MemoryStateStore } from './memory-state-store.js';

/** Store of a bot that was given none: it keeps state in memory, and says so when the first comes that a restart would lose. */
export class DefaultStateStore extends MemoryStateStore {
  readonly #logger: Logger;
  #hasWarned = false;

  constructor(clock: Clock, logger: Logger) {
    super(clock);
    this.#logger = logger;
  }

  override set(key: string, value: Uint8Array, ttlMs: number): Promise<void> {
    if (!this.#hasWarned) {
      this.#hasWarned = true;
      this.#logger.warn(
        'ui',
        'State of a persistent view is too long for its custom ids and is kept in memory, so a restart loses it. Give the bot a ' +
          '`stateStore`, such as new FileStateStore(folder, new SystemClock()), or keep less in @State.',
      );
    }
    return super.set(key, value, ttlMs);
  }
}
