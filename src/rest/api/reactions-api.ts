import type {
  APIUser,
  RESTGetAPIChannelMessageReactionUsersQuery,
  RESTGetAPIChannelMessageReactionUsersResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { LazyList } from '../lazy-list.js';
import { listPages } from '../lazy-list.js';
import type { CallOptions } from '../request-options.js';
import { DELETE, GET, PUT } from '../transport/route.js';
import { Resource } from './resource.js';

/** Reactions to messages; emoji are `👍` or `name:id`. @see https://docs.discord.com/developers/resources/message */
export class ReactionsApi extends Resource {
  /**
   * Reacts as the bot.
   *
   * @see https://docs.discord.com/developers/resources/message#create-reaction
   */
  add(channelId: Snowflake, messageId: Snowflake, emoji: string, options?: CallOptions): Promise<void> {
    return this.requester.request(
      PUT`/channels/${channelId}/messages/${messageId}/reactions/${emoji}/@me`,
      options,
    );
  }

  /**
   * Removes the bot's own reaction.
   *
   * @see https://docs.discord.com/developers/resources/message#delete-own-reaction
   */
  removeOwn(channelId: Snowflake, messageId: Snowflake, emoji: string, options?: CallOptions): Promise<void> {
    return this.requester.request(
      DELETE`/channels/${channelId}/messages/${messageId}/reactions/${emoji}/@me`,
      options,
    );
  }

  /**
   * Removes somebody's reaction.
   *
   * @see https://docs.discord.com/developers/resources/message#delete-user-reaction
   */
  removeUser(
    channelId: Snowflake,
    messageId: Snowflake,
    emoji: string,
    userId: Snowflake,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(
      DELETE`/channels/${channelId}/messages/${messageId}/reactions/${emoji}/${userId}`,
      options,
    );
  }

  /**
   * Page of the users who reacted, by ascending id.
   *
   * @see https://docs.discord.com/developers/resources/message#get-reactions
   */
  list(
    channelId: Snowflake,
    messageId: Snowflake,
    emoji: string,
    query?: RESTGetAPIChannelMessageReactionUsersQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIChannelMessageReactionUsersResult> {
    return this.requester.request(GET`/channels/${channelId}/messages/${messageId}/reactions/${emoji}`, {
      ...options,
      query,
    });
  }

  /**
   * Removes all reactions.
   *
   * @see https://docs.discord.com/developers/resources/message#delete-all-reactions
   */
  removeAll(channelId: Snowflake, messageId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/channels/${channelId}/messages/${messageId}/reactions`, options);
  }

  /**
   * Removes all reactions with one emoji.
   *
   * @see https://docs.discord.com/developers/resources/message#delete-all-reactions-for-emoji
   */
  removeAllOf(
    channelId: Snowflake,
    messageId: Snowflake,
    emoji: string,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(
      DELETE`/channels/${channelId}/messages/${messageId}/reactions/${emoji}`,
      options,
    );
  }

  /** All users who reacted, by ascending id, fetched as they are read. */
  iterate(
    channelId: Snowflake,
    messageId: Snowflake,
    emoji: string,
    query?: Pick<RESTGetAPIChannelMessageReactionUsersQuery, 'after' | 'type'>,
    options?: CallOptions,
  ): LazyList<APIUser> {
    return listPages<APIUser, 'after'>({
      by: 'after',
      pageSize: 100,
      fetch: (page) => this.list(channelId, messageId, emoji, { ...query, ...page }, options),
      cursorOf: (user) => user.id,
    });
  }
}
