import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import type { ModelHost } from './host.js';

/** Channels and threads of one guild. */
export class GuildChannels {
  readonly guildId: Snowflake;
  readonly #host: ModelHost;

  constructor(host: ModelHost, guildId: Snowflake) {
    this.#host = host;
    this.guildId = guildId;
  }

  /** How many are cached. */
  get size(): number {
    return this.#host.records.count('channel', this.guildId);
  }

  /** Cached channel, or `undefined`; never a request. */
  get(id: Snowflake): Channel | undefined {
    const record = this.#host.records.get('channel', this.guildId, id);
    return record && this.#host.models.channel(record);
  }

  /** First cached channel that fits. */
  find(fits: (channel: Channel) => boolean): Channel | undefined {
    for (const channel of this) if (fits(channel)) return channel;
    return undefined;
  }

  *[Symbol.iterator](): IterableIterator<Channel> {
    for (const record of this.#host.records.list('channel', this.guildId)) {
      yield this.#host.models.channel(record);
    }
  }

  /** Asks Discord for a channel. */
  async fetch(id: Snowflake): Promise<Channel> {
    return this.#host.models.channel(await this.#host.rest.channels.get(id));
  }
}
