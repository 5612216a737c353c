import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import type { ModelHost } from './host.js';

/**
 * Channels of all guilds and direct messages that the bot sees: `bot.channels`. @see
 * https://docs.discord.com/developers/resources/channel
 */
export class Channels {
  readonly #host: ModelHost;

  constructor(host: ModelHost) {
    this.#host = host;
  }

  /** Cached channel or thread, or `undefined`; never a request. */
  get(id: Snowflake): Channel | undefined {
    const record = this.#host.records.channel(id);
    return record && this.#host.models.channel(record);
  }

  /** Asks Discord for a channel. */
  async fetch(id: Snowflake): Promise<Channel> {
    return this.#host.models.channel(await this.#host.rest.channels.get(id));
  }
}
