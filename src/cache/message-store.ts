import type { MessageRecord } from '../models/records.js';
import type { Snowflake } from '../types/type-tools.js';
import type { CacheStore } from './cache-store.js';

/** How many messages are kept. */
export interface MessageLimits {
  /** Messages of all channels together. */
  readonly total: number;
  /** Messages of each channel. @defaultValue no limit but `total` */
  readonly perChannel?: number;
}

/**
 * Newest messages in one map and a ring of ids: adding one is two operations on the map, whatever the number of
 * channels. Searching the messages of one channel goes through all of them.
 */
export class MessageStore implements CacheStore<MessageRecord> {
  readonly limits: MessageLimits;
  readonly #messages = new Map<Snowflake, MessageRecord>();
  readonly #order: (Snowflake | undefined)[] = [];
  readonly #counts = new Map<Snowflake, number>();
  #next = 0;

  constructor(limits: MessageLimits) {
    this.limits = limits;
  }

  get size(): number {
    return this.#messages.size;
  }

  get(channelId: Snowflake, id: Snowflake): MessageRecord | undefined {
    const message = this.#messages.get(id);
    return message?.channel_id === channelId ? message : undefined;
  }

  find(id: Snowflake): MessageRecord | undefined {
    return this.#messages.get(id);
  }

  has(channelId: Snowflake, id: Snowflake): boolean {
    return this.get(channelId, id) !== undefined;
  }

  set(channelId: Snowflake, id: Snowflake, message: MessageRecord): void {
    const held = this.#messages.get(id);
    if (held === message) return;
    if (held) overwrite(held, message);
    else this.#add(channelId, id, message);
  }

  copy(channelId: Snowflake, id: Snowflake): MessageRecord | undefined {
    const message = this.get(channelId, id);
    return message && { ...message };
  }

  delete(channelId: Snowflake, id: Snowflake): boolean {
    if (!this.has(channelId, id)) return false;
    this.#messages.delete(id);
    this.#countOne(channelId, -1);
    return true;
  }

  *values(channelId: Snowflake): Iterable<MessageRecord> {
    for (const message of this.#messages.values()) if (message.channel_id === channelId) yield message;
  }

  count(channelId: Snowflake): number {
    let count = 0;
    for (const message of this.#messages.values()) if (message.channel_id === channelId) count += 1;
    return count;
  }

  deleteScope(channelId: Snowflake): void {
    this.deleteWhere((message) => message.channel_id === channelId);
  }

  /** Forgets all messages of a guild. */
  deleteGuild(guildId: Snowflake): void {
    this.deleteWhere((message) => message.guild_id === guildId);
  }

  /** Forgets the messages that fit. */
  deleteWhere(fits: (message: MessageRecord) => boolean): void {
    for (const [id, message] of this.#messages) if (fits(message)) this.delete(message.channel_id, id);
  }

  clear(): void {
    this.#messages.clear();
    this.#counts.clear();
    this.#order.length = 0;
    this.#next = 0;
  }

  #add(channelId: Snowflake, id: Snowflake, message: MessageRecord): void {
    if (this.limits.total <= 0) return;
    const oldest = this.#order[this.#next];
    if (oldest !== undefined) this.#forget(oldest);
    this.#order[this.#next] = id;
    this.#next = this.#next + 1 >= this.limits.total ? 0 : this.#next + 1;
    this.#messages.set(id, message);
    this.#countOne(channelId, 1);
  }

  #forget(id: Snowflake): void {
    const message = this.#messages.get(id);
    if (message) this.delete(message.channel_id, id);
  }

  /** Keeps the count of a channel, when there is a limit to it, and forgets its oldest message beyond that. */
  #countOne(channelId: Snowflake, change: 1 | -1): void {
    const limit = this.limits.perChannel;
    if (limit === undefined) return;
    const count = (this.#counts.get(channelId) ?? 0) + change;
    if (count === 0) this.#counts.delete(channelId);
    else this.#counts.set(channelId, count);
    if (count <= limit) return;
    for (const message of this.values(channelId)) {
      this.delete(channelId, message.id);
      return;
    }
  }
}

function overwrite(held: MessageRecord, newer: MessageRecord): void {
  for (const key of Object.keys(held)) if (!Object.hasOwn(newer, key)) Reflect.deleteProperty(held, key);
  Object.assign(held, newer);
}
