import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import { SessionStartLimitError } from '../../errors/session-start-limit-error.js';
import type { Clock } from '../../utils/clock.js';

/**
 * How many sessions may still be started today; Discord resets the token of a bot that starts more.
 *
 * @see https://docs.discord.com/developers/events/gateway#session-start-limit-object
 */
export class SessionStartBudget {
  readonly #clock: Clock;
  #total = Number.POSITIVE_INFINITY;
  #remaining = Number.POSITIVE_INFINITY;
  #resetAt = Number.POSITIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get remaining(): number {
    this.#refill();
    return this.#remaining;
  }

  /** Milliseconds until the allowance is full again. */
  get resetAfterMs(): number {
    return Math.max(0, this.#resetAt - this.#clock.monotonicNow());
  }

  /** Takes over what Discord says. */
  update(limit: APIGatewayBotInfo['session_start_limit']): void {
    this.#total = limit.total;
    this.#remaining = limit.remaining;
    this.#resetAt = this.#clock.monotonicNow() + limit.reset_after;
  }

  /** @throws {SessionStartLimitError} when fewer than `count` are left. */
  require(count: number): void {
    this.#refill();
    if (this.#remaining < count) throw new SessionStartLimitError(count, this.#remaining, this.resetAfterMs);
  }

  /** Uses one up. */
  spend(): void {
    this.#remaining -= 1;
  }

  #refill(): void {
    if (this.#clock.monotonicNow() < this.#resetAt) return;
    this.#remaining = this.#total;
    this.#resetAt = Number.POSITIVE_INFINITY;
  }
}
