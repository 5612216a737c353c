import type { Snowflake } from '../types/type-tools.js';
import type { DmChannel } from './dm-channel.js';
import type { ModelHost } from './host.js';
import type { UserRecord } from './records.js';
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

  /** User by its id alone: its verbs work at once, whether it is cached or not. */
  ref(id: Snowflake): User {
    return this.get(id) ?? this.#host.models.user({ id } as UserRecord);
  }

  /** First cached user that fits. */
  find(fits: (user: User) => boolean): User | undefined {
    for (const user of this) if (fits(user)) return user;
    return undefined;
  }

  /** Asks Discord for a user. */
  async fetch(id: Snowflake): Promise<User> {
    return this.#host.answers.user(await this.#host.rest.users.get(id));
  }

  /** Opens the channel of direct messages with a user. */
  createDm(id: Snowflake): Promise<DmChannel> {
    return this.ref(id).createDm();
  }

  /** Users that are in memory. */
  *[Symbol.iterator](): IterableIterator<User> {
    for (const record of this.#host.records.list('user', '')) yield this.#host.models.user(record);
  }
}
