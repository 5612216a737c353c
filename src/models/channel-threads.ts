import type { APIThreadChannel } from 'discord-api-types/v10';
import type { LazyList } from '../rest/lazy-list.js';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeFromTimeMs } from '../utils/snowflake.js';
import type { ModelHost } from './host.js';
import type { ChannelRecord } from './records.js';
import type { ThreadChannel } from './thread-channel.js';

/** Which archived threads are asked for. */
export interface ArchivedThreadsQuery {
  /** Private ones in place of public ones; needs the right to manage threads. @defaultValue false */
  readonly isPrivate?: boolean;
  /** Private ones that the bot is in, which need no right. @defaultValue false */
  readonly isJoined?: boolean;
  /** Only those archived before; of those that the bot is in, those made before. */
  readonly before?: Date;
}

/** Threads of one channel, or posts of one forum. */
export class ChannelThreads implements Iterable<ThreadChannel> {
  readonly #host: ModelHost;
  readonly #guildId: Snowflake;
  readonly #channelId: Snowflake;

  constructor(host: ModelHost, guildId: Snowflake, channelId: Snowflake) {
    this.#host = host;
    this.#guildId = guildId;
    this.#channelId = channelId;
  }

  /** Cached thread of this channel that is not archived, or `undefined`; never a request. */
  get(id: Snowflake): ThreadChannel | undefined {
    const record = this.#host.records.channel(id);
    return record?.parent_id === this.#channelId ? this.#make(record) : undefined;
  }

  /** First cached thread that fits. */
  find(fits: (thread: ThreadChannel) => boolean): ThreadChannel | undefined {
    for (const thread of this) if (fits(thread)) return thread;
    return undefined;
  }

  /** Cached threads that are not archived. */
  *[Symbol.iterator](): IterableIterator<ThreadChannel> {
    for (const record of this.#host.records.list('channel', this.#guildId)) {
      if (record.parent_id === this.#channelId) yield this.#make(record);
    }
  }

  /** Asks Discord for the threads of this channel that are not archived. */
  async fetchActive(): Promise<ThreadChannel[]> {
    const { threads } = await this.#host.rest.guilds.listActiveThreads(this.#guildId);
    const records = threads as readonly ChannelRecord[];
    return records
      .filter(({ parent_id: parentId }) => parentId === this.#channelId)
      .map((record) => this.#answered(record));
  }

  /** Threads that are archived, the last archived first; fetched as they are read. */
  fetchArchived(query: ArchivedThreadsQuery = {}): LazyList<ThreadChannel> {
    return this.#archived(query).map((record) => this.#answered(record as ChannelRecord));
  }

  #archived({
    isPrivate = false,
    isJoined = false,
    before,
  }: ArchivedThreadsQuery): LazyList<APIThreadChannel> {
    const { threads } = this.#host.rest;
    if (isJoined) {
      const query = before === undefined ? {} : { before: snowflakeFromTimeMs(before.getTime()) };
      return threads.iterateJoinedPrivateArchived(this.#channelId, query);
    }
    const query = before === undefined ? {} : { before: before.toISOString() };
    return isPrivate
      ? threads.iteratePrivateArchived(this.#channelId, query)
      : threads.iteratePublicArchived(this.#channelId, query);
  }

  #make(record: ChannelRecord): ThreadChannel {
    return this.#host.models.channel(record) as ThreadChannel;
  }

  #answered(record: ChannelRecord): ThreadChannel {
    return this.#host.answers.channel(record) as ThreadChannel;
  }
}
