import type { RESTGetAPIChannelMessagesQuery } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import { because } from './because.js';
import type { ModelHost } from './host.js';
import type { Message } from './message.js';

/** Age beyond which Discord does not delete messages together: 14 days, less a minute for the way. */
const BULK_AGE_MS = 14 * 86_400_000 - 60_000;

/** Which messages of a channel are asked for. */
export interface HistoryQuery {
  /** Only messages older than this one. */
  readonly before?: Snowflake;
  /** Only messages newer than this one. */
  readonly after?: Snowflake;
  /** How many at most. @defaultValue all */
  readonly limit?: number;
}

/** Which messages are deleted. */
export interface PurgeOptions extends HistoryQuery {
  /** Whether a message is to be deleted. @defaultValue every one */
  readonly check?: (message: Message) => boolean;
  /** How many messages are looked at. @defaultValue 100 */
  readonly limit?: number;
  /** Reason for the audit log, at most 512 characters. */
  readonly reason?: string;
}

/** Messages of one channel. @see https://docs.discord.com/developers/resources/message */
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

  /** Messages of the channel, newest first, or oldest first after a given one; asks page by page. */
  async *history(query: HistoryQuery = {}): AsyncGenerator<Message> {
    const { limit = Number.POSITIVE_INFINITY, ...range } = query;
    let left = limit;
    if (left <= 0) return;
    for await (const record of this.#host.rest.channels.iterateMessages(
      this.#channelId,
      range as { before?: Snowflake },
    )) {
      yield this.#host.models.message(record);
      left -= 1;
      if (left <= 0) return;
    }
  }

  /** Deletes up to 100 messages at once, those older than 14 days one by one. */
  async deleteMany(ids: readonly Snowflake[], reason?: string): Promise<void> {
    const oldest = this.#host.clock.now() - BULK_AGE_MS;
    const young = ids.filter((id) => snowflakeTimeMs(id) > oldest);
    const old = ids.filter((id) => snowflakeTimeMs(id) <= oldest);
    const { channels } = this.#host.rest;
    for (let from = 0; from < young.length; from += 100) {
      const part = young.slice(from, from + 100);
      if (part.length === 1) old.push(part[0]!);
      else await channels.bulkDeleteMessages(this.#channelId, part, because(reason));
    }
    for (const id of old) await channels.deleteMessage(this.#channelId, id, because(reason));
  }

  /** Deletes those of the newest messages that pass the check; gives them. */
  async purge(options: PurgeOptions = {}): Promise<Message[]> {
    const { check, limit = 100, reason, ...range } = options;
    const purged: Message[] = [];
    for await (const message of this.history({ ...range, limit })) {
      if (check?.(message) ?? true) purged.push(message);
    }
    await this.deleteMany(
      purged.map(({ id }) => id),
      reason,
    );
    return purged;
  }

  /** Pinned messages, newest pin first. */
  async *pins(): AsyncGenerator<Message> {
    for await (const pin of this.#host.rest.pins.iterate(this.#channelId))
      yield this.#host.models.message(pin.message);
  }
}
