import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import type { IdentifyQueue } from './identify/identify-queue.js';
import type { SessionStartBudget } from './identify/session-start-budget.js';

/** What `GET /gateway/bot` said last, spread to those who need it. */
export class GatewayInfo {
  readonly #fetch: () => Promise<APIGatewayBotInfo>;
  readonly #budget: SessionStartBudget;
  readonly #queue: IdentifyQueue;
  #url = '';

  constructor(fetch: () => Promise<APIGatewayBotInfo>, budget: SessionStartBudget, queue: IdentifyQueue) {
    this.#fetch = fetch;
    this.#budget = budget;
    this.#queue = queue;
  }

  /** General url of the gateway; empty before the first refresh. */
  get url(): string {
    return this.#url;
  }

  /** Asks again; gives the recommended number of shards. */
  async refresh(): Promise<number> {
    const { url, shards, session_start_limit: limit } = await this.#fetch();
    this.#url = url;
    this.#budget.update(limit);
    this.#queue.setMaxConcurrency(limit.max_concurrency);
    return shards;
  }
}
