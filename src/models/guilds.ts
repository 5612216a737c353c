import type { APIGuildPreview, RESTAPIPartialCurrentUserGuild } from 'discord-api-types/v10';
import type { LazyList } from '../rest/lazy-list.js';
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

  /** First cached guild that fits. */
  find(fits: (guild: Guild) => boolean): Guild | undefined {
    for (const guild of this) if (fits(guild)) return guild;
    return undefined;
  }

  /** Asks Discord for a guild, with about how many members there are and are online. */
  fetch(id: Snowflake): Promise<Guild> {
    return this.ref(id).fetch();
  }

  /** Asks Discord for what everybody may see of a guild, also of a public one that the bot is not in. */
  fetchPreview(id: Snowflake): Promise<APIGuildPreview> {
    return this.ref(id).fetchPreview();
  }

  /** Short notes on all guilds that the bot is in, by ascending id or after one; fetched as they are read. */
  fetchAll(query: { readonly after?: Snowflake } = {}): LazyList<RESTAPIPartialCurrentUserGuild> {
    return this.#host.rest.users.iterateGuilds({ with_counts: true, ...query });
  }

  /** Guilds that are in memory. */
  *[Symbol.iterator](): IterableIterator<Guild> {
    for (const record of this.#host.records.list('guild', '')) yield this.#host.models.guild(record);
  }
}
