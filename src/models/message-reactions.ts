import type { APIReaction, ReactionType } from 'discord-api-types/v10';
import type { LazyList } from '../rest/lazy-list.js';
import type { Snowflake } from '../types/type-tools.js';
import type { EmojiLike } from './emoji.js';
import { partsOf, reactionKey } from './emoji.js';
import type { ModelHost } from './host.js';
import type { Message } from './message.js';
import type { User } from './user.js';

/** Which users who reacted are asked for. */
export interface ReactionUsersQuery {
  /** User after whose id the list starts. */
  readonly after?: Snowflake;
  /** Only burst reactions, which cost something, instead of only the others. */
  readonly burst?: boolean;
}

/** Reactions to one message. Emojis are characters, `<:name:id>`, `name:id`, or any emoji object. */
export class MessageReactions {
  readonly #host: ModelHost;
  readonly #message: Message;

  constructor(host: ModelHost, message: Message) {
    this.#host = host;
    this.#message = message;
  }

  /** How many different emojis there are. */
  get size(): number {
    return this.#message.raw.reactions?.length ?? 0;
  }

  /** Reactions with their counts, as they are known. */
  [Symbol.iterator](): IterableIterator<APIReaction> {
    return (this.#message.raw.reactions ?? [])[Symbol.iterator]();
  }

  /** Reaction with an emoji; also by the id alone of one of a guild. */
  get(emoji: EmojiLike): APIReaction | undefined {
    const { id, name } = partsOf(emoji);
    const key = id ?? name;
    return this.#message.raw.reactions?.find(
      (reaction) => (reaction.emoji.id ?? reaction.emoji.name) === key,
    );
  }

  /** Reacts. */
  add(emoji: EmojiLike): Promise<void> {
    const { channelId, id } = this.#message;
    return this.#host.rest.reactions.add(channelId, id, reactionKey(emoji));
  }

  /** Takes the reaction of a user back, of the bot itself when no user is named. */
  remove(emoji: EmojiLike, userId?: Snowflake): Promise<void> {
    const { channelId, id } = this.#message;
    const { reactions } = this.#host.rest;
    return userId === undefined
      ? reactions.removeOwn(channelId, id, reactionKey(emoji))
      : reactions.removeUser(channelId, id, reactionKey(emoji), userId);
  }

  /** Removes all reactions, or all with one emoji. */
  clear(emoji?: EmojiLike): Promise<void> {
    const { channelId, id } = this.#message;
    const { reactions } = this.#host.rest;
    return emoji === undefined
      ? reactions.removeAll(channelId, id)
      : reactions.removeAllOf(channelId, id, reactionKey(emoji));
  }

  /** Users who reacted with an emoji, by ascending id or after one; fetched as they are read. */
  users(emoji: EmojiLike, { after, burst = false }: ReactionUsersQuery = {}): LazyList<User> {
    const { channelId, id } = this.#message;
    const query = { type: (burst ? 1 : 0) as ReactionType, ...(after === undefined ? {} : { after }) };
    return this.#host.rest.reactions
      .iterate(channelId, id, reactionKey(emoji), query)
      .map((user) => this.#host.answers.user(user));
  }
}
