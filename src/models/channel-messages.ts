import type { RESTGetAPIChannelMessagesQuery } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import type { Message } from './message.js';

/** Messages of one channel. */
export class ChannelMessages {
  readonly #host: ModelHost;
  readonly #channelId: Snowflake;

  constructor(host: ModelHost, channelId: Snowflake) {
    this.#host = host;
    this.#channelId = channelId;
  }

  /** Cached message, or `undefined`; never a request. */
  get(id: Snowflake): Message | undefined {
    const record = this.#host.records.message(this.#channelId, id);
    return record && this.#host.models.message(record);
  }

  /** Cached messages, oldest first. */
  *[Symbol.iterator](): IterableIterator<Message> {
    for (const record of this.#host.records.list('message', this.#channelId)) {
      yield this.#host.models.message(record);
    }
  }

  /** Asks Discord for one message. */
  async fetch(id: Snowflake): Promise<Message> {
    return this.#host.models.message(await this.#host.rest.channels.getMessage(this.#channelId, id));
  }

  /** Asks Discord for up to 100 messages, newest first. */
  async list(query: RESTGetAPIChannelMessagesQuery = {}): Promise<Message[]> {
    const records = await this.#host.rest.channels.listMessages(this.#channelId, query);
    return records.map((record) => this.#host.models.message(record));
  }
}
