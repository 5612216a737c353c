import type { Snowflake } from '../types/type-tools.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';

/** Guilds that the bot is in: `bot.guilds`. @see https://docs.discord.com/developers/resources/guild */
export class Guilds {
  readonly #host: ModelHost;

  constructor(host: ModelHost) {
    this.#host = host;
  }

  /** How many are cached. */
  get size(): number {
    return this.#host.records.count('guild', '');
  }

  /** Cached guild, or `undefined`; never a request. */
  get(id: Snowflake): Guild | undefined {
    const record = this.#host.records.guild(id);
    return record && this.#host.models.guild(record);
  }

  /** Guild by its id alone: fills in when it is cached; its verbs work at once, also without a gateway. */
  ref(id: Snowflake): Guild {
    return this.#host.models.guildRef(id);
  }

  /** Asks Discord for a guild. */
  async fetch(id: Snowflake): Promise<Guild> {
    return this.#host.models.guild(await this.#host.rest.guilds.get(id, { with_counts: true }));
  }

  /** Guilds that are in memory. */
  *[Symbol.iterator](): IterableIterator<Guild> {
    for (const record of this.#host.records.list('guild', '')) yield this.#host.models.guild(record);
  }
}
