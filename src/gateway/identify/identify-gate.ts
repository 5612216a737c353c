import { SessionStartLimitError } from '../../errors/session-start-limit-error.js';
import type { Clock } from '../../utils/clock.js';
import { sleep } from '../../utils/sleep.js';
import type { IdentifyQueue } from './identify-queue.js';
import type { SessionStartBudget } from './session-start-budget.js';

/** Parts of a gate. */
export interface IdentifyGateOptions {
  readonly budget: SessionStartBudget;
  readonly clock: Clock;
  readonly queue: IdentifyQueue;
  /** Asks Discord anew for the session start limit. */
  refresh(): Promise<unknown>;
  /** Told when a shard must wait for tomorrow's session starts. */
  onSpent(shardId: number, error: SessionStartLimitError): void;
}

/** Lets a shard identify when both limits allow: Discord's per five seconds and the one per day. */
export class IdentifyGate {
  readonly #options: IdentifyGateOptions;

  constructor(options: IdentifyGateOptions) {
    this.#options = options;
  }

  /** Resolves when the shard may identify, at once; rejects when `signal` is aborted first. */
  async pass(shardId: number, signal: AbortSignal): Promise<void> {
    const { budget, clock, queue } = this.#options;
    while (budget.remaining < 1) {
      await this.#options.refresh();
      if (budget.remaining >= 1) break;
      this.#options.onSpent(shardId, new SessionStartLimitError(1, 0, budget.resetAfterMs));
      await sleep(clock, budget.resetAfterMs, signal);
    }
    await queue.acquire(shardId, signal);
    budget.spend();
  }
}
