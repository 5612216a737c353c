import type { APIReaction } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import type { MessageRecord } from './records.js';
import type { User } from './user.js';

/**
 * Reactions to one message. Emojis are characters, or `name:id` of those of a guild. @see
 * https://docs.discord.com/developers/resources/message#reaction-object
 */
export class MessageReactions {
  readonly #host: ModelHost;
  readonly #message: MessageRecord;

  constructor(host: ModelHost, message: MessageRecord) {
    this.#host = host;
    this.#message = message;
  }

  /** Reactions with their counts, as they are known. */
  [Symbol.iterator](): IterableIterator<APIReaction> {
    return (this.#message.reactions ?? [])[Symbol.iterator]();
  }

  /** Reaction with an emoji: its character, or the id of one of a guild. */
  get(emoji: string): APIReaction | undefined {
    return this.#message.reactions?.find((reaction) => (reaction.emoji.id ?? reaction.emoji.name) === emoji);
  }

  /** Reacts. */
  add(emoji: string): Promise<void> {
    return this.#host.rest.reactions.add(this.#message.channel_id, this.#message.id, emoji);
  }

  /** Takes the reaction of a user back, of the bot itself when no user is named. */
  remove(emoji: string, userId?: Snowflake): Promise<void> {
    const { channel_id: channelId, id } = this.#message;
    const { reactions } = this.#host.rest;
    return userId === undefined
      ? reactions.removeOwn(channelId, id, emoji)
      : reactions.removeUser(channelId, id, emoji, userId);
  }

  /** Removes all reactions, or all with one emoji. */
  clear(emoji?: string): Promise<void> {
    const { channel_id: channelId, id } = this.#message;
    const { reactions } = this.#host.rest;
    return emoji === undefined
      ? reactions.removeAll(channelId, id)
      : reactions.removeAllOf(channelId, id, emoji);
  }

  /** Users who reacted with an emoji, page by page. */
  async *users(emoji: string): AsyncGenerator<User> {
    const { channel_id: channelId, id } = this.#message;
    for await (const user of this.#host.rest.reactions.iterate(channelId, id, emoji)) {
      yield this.#host.models.user(user);
    }
  }
}
