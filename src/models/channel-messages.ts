import type { RESTGetAPIChannelMessagesQuery } from 'discord-api-types/v10';
import type { LazyList } from '../rest/lazy-list.js';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeFromTimeMs, snowflakeTimeMs } from '../utils/snowflake.js';
import { because } from './because.js';
import type { ModelHost } from './host.js';
import type { Message } from './message.js';
import type { MessagePin } from './message-pin.js';
import type { MessageRecord } from './records.js';

/** Age beyond which Discord does not delete messages together: 14 days, less a minute for the way. */
const BULK_AGE_MS = 14 * 86_400_000 - 60_000;
/** Which messages of a channel are asked for: those before or after a message or moment, or around one. */
export interface HistoryQuery {
  /** Only messages older than this one. */
  readonly before?: Date | Snowflake;
  /** Only messages newer than this one. */
  readonly after?: Date | Snowflake;
  /** At most 100 messages, half of them before and half after. */
  readonly around?: Date | Snowflake;
  /** How many at most. @defaultValue all */
  readonly limit?: number;
  /** Oldest first in place of newest first. @defaultValue whether `after` is given */
  readonly oldestFirst?: boolean;
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
  readonly #guildId: Snowflake | undefined;

  constructor(host: ModelHost, channelId: Snowflake, guildId?: Snowflake) {
    this.#host = host;
    this.#channelId = channelId;
    this.#guildId = guildId;
  }

  /** How many are cached. */
  get size(): number {
    return this.#host.records.count('message', this.#channelId);
  }
  /** Newest one, when cached. */
  get last(): Message | undefined {
    const id = this.#host.records.channel(this.#channelId)?.last_message_id;
    return id ? this.get(id) : undefined;
  }

  /** Cached message, or `undefined`; never a request. */
  get(id: Snowflake): Message | undefined {
    const record = this.#host.records.message(this.#channelId, id);
    return record && this.#host.models.message(record);
  }

  /** Message by its id alone: its verbs work at once, whether it is cached or not. */
  ref(id: Snowflake): Message {
    const guild = this.#guildId === undefined ? {} : { guild_id: this.#guildId };
    const place = { channel_id: this.#channelId, ...guild };
    return this.get(id) ?? this.#host.models.message({ id, ...place } as MessageRecord);
  }

  /** First cached message that fits, oldest first. */
  find(fits: (message: Message) => boolean): Message | undefined {
    for (const message of this) if (fits(message)) return message;
    return undefined;
  }

  /** Cached messages, oldest first. */
  *[Symbol.iterator](): IterableIterator<Message> {
    for (const record of this.#host.records.list('message', this.#channelId)) {
      yield this.#host.models.message(record);
    }
  }

  /** Asks Discord for one message. */
  async fetch(id: Snowflake): Promise<Message> {
    return this.#answered(await this.#host.rest.channels.getMessage(this.#channelId, id));
  }

  /** Asks Discord for up to 100 messages, newest first. */
  async list(query: RESTGetAPIChannelMessagesQuery = {}): Promise<Message[]> {
    const records = await this.#host.rest.channels.listMessages(this.#channelId, query);
    return records.map((record) => this.#answered(record));
  }

  /**
   * Messages of the channel, newest first, or oldest first after a given one; asks page by page.
   *
   * What is asked for by a moment is found by the ids of messages, which say when they were sent.
   */
  history(query: HistoryQuery = {}): LazyList<Message> {
    const { after, around, before, limit = Number.POSITIVE_INFINITY, oldestFirst } = query;
    const range = {
      ...(before === undefined ? {} : { before: firstIdOf(before) }),
      ...(after === undefined ? {} : { after: lastIdOf(after) }),
      ...(around === undefined ? {} : { around: firstIdOf(around) }),
      ...(oldestFirst === undefined ? {} : { oldestFirst }),
    };
    const records = this.#host.rest.channels.iterateMessages(this.#channelId, range).take(limit);
    return records.map((record) => this.#answered(record));
  }

  /** Deletes any number of messages, 100 in a request; those older than 14 days one by one. */
  async deleteMany(ids: readonly Snowflake[], reason?: string): Promise<void> {
    const oldest = this.#host.clock.now() - BULK_AGE_MS;
    const all = [...new Set(ids)];
    const young = all.filter((id) => snowflakeTimeMs(id) > oldest);
    const old = all.filter((id) => snowflakeTimeMs(id) <= oldest);
    const { channels } = this.#host.rest;
    for (let from = 0; from < young.length; from += 100) {
      const part = young.slice(from, from + 100);
      if (part.length === 1) old.push(part[0]!);
      else await channels.bulkDeleteMessages(this.#channelId, part, because(reason));
    }
    for (const id of old) await channels.deleteMessage(this.#channelId, id, because(reason));
  }

  /** Deletes those of the messages looked at that pass the check; gives them. */
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

  /** Pinned messages, newest pin first, or those pinned before a moment; fetched as they are read. */
  pins(query: { readonly before?: Date } = {}): LazyList<MessagePin> {
    const asked = query.before === undefined ? {} : { before: query.before.toISOString() };
    return this.#host.rest.pins.iterate(this.#channelId, asked).map(({ message, pinned_at: pinnedAt }) => ({
      message: this.#answered(message),
      pinnedAt: new Date(pinnedAt),
    }));
  }

  #answered(record: MessageRecord): Message {
    return this.#host.answers.message(record);
  }
}

function firstIdOf(end: Date | Snowflake): Snowflake {
  return end instanceof Date ? snowflakeFromTimeMs(end.getTime()) : end;
}

/** Largest id of a moment, so that what was sent at it does not count as sent after it. */
function lastIdOf(end: Date | Snowflake): Snowflake {
  return end instanceof Date ? String(BigInt(snowflakeFromTimeMs(end.getTime() + 1)) - 1n) : end;
}
