import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import type { ModelHost } from './host.js';
import type { SendableChannel } from './sendable-channel.js';

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

  /**
   * Channel of messages by its id alone: its verbs work at once, whether it is cached or not.
   *
   * Where it is not cached, it is taken for a text channel of the guild if one is given, and for direct messages if not.
   */
  ref(id: Snowflake, guildId?: Snowflake): SendableChannel {
    const place = guildId === undefined ? { type: 1 } : { type: 0, guild_id: guildId };
    return (this.get(id) ?? this.#host.models.channel({ id, ...place })) as SendableChannel;
  }

  /** First cached channel that fits. */
  find(fits: (channel: Channel) => boolean): Channel | undefined {
    for (const channel of this) if (fits(channel)) return channel;
    return undefined;
  }

  /** Asks Discord for a channel. */
  async fetch(id: Snowflake): Promise<Channel> {
    return this.#host.answers.channel(await this.#host.rest.channels.get(id));
  }

  /** Cached channels and threads of all guilds, then direct messages. */
  *[Symbol.iterator](): IterableIterator<Channel> {
    const { models, records } = this.#host;
    for (const { id } of records.list('guild', '')) {
      for (const record of records.list('channel', id)) yield models.channel(record);
    }
    for (const record of records.list('channel', '')) yield models.channel(record);
  }
}
