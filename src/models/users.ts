import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import type { User } from './user.js';

/** Users that the bot knows: `bot.users`. @see https://docs.discord.com/developers/resources/user */
export class Users {
  readonly #host: ModelHost;

  constructor(host: ModelHost) {
    this.#host = host;
  }

  /** How many are cached. */
  get size(): number {
    return this.#host.records.count('user', '');
  }

  /** Cached user, or `undefined`; never a request. */
  get(id: Snowflake): User | undefined {
    const record = this.#host.records.user(id);
    return record && this.#host.models.user(record);
  }

  /** Asks Discord for a user. */
  async fetch(id: Snowflake): Promise<User> {
    return this.#host.models.user(await this.#host.rest.users.get(id));
  }

  /** Users that are in memory. */
  *[Symbol.iterator](): IterableIterator<User> {
    for (const record of this.#host.records.list('user', '')) yield this.#host.models.user(record);
  }
}
