import type { RESTPostAPIGuildChannelJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { Channel } from './channel.js';
import type { ModelHost } from './host.js';
import type { ChannelRecord } from './records.js';

/** Channels and threads of one guild. @see https://docs.discord.com/developers/resources/guild#get-guild-channels */
export class GuildChannels {
  /** Guild whose channels these are. */
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

  /** Asks Discord for all channels that the bot sees, without threads. */
  async fetchAll(): Promise<Channel[]> {
    const records = await this.#host.rest.guilds.listChannels(this.guildId);
    return records.map((record) => this.#host.models.channel(record as ChannelRecord));
  }

  /** Asks Discord for all threads that are not archived. */
  async fetchActiveThreads(): Promise<Channel[]> {
    const { threads } = await this.#host.rest.guilds.listActiveThreads(this.guildId);
    return threads.map((record) => this.#host.models.channel(record as ChannelRecord));
  }

  /** Makes a channel of any type. */
  async create(body: RESTPostAPIGuildChannelJSONBody, reason?: string): Promise<Channel> {
    return this.#host.models.channel(
      await this.#host.rest.guilds.createChannel(this.guildId, body, because(reason)),
    );
  }

  /** Channels that are in memory. */
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
