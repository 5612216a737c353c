import type {
  APIThreadChannel,
  APIThreadMember,
  RESTGetAPIChannelThreadMemberQuery,
  RESTGetAPIChannelThreadMemberResult,
  RESTGetAPIChannelThreadMembersQuery,
  RESTGetAPIChannelThreadMembersResult,
  RESTGetAPIChannelThreadsArchivedPrivateResult,
  RESTGetAPIChannelThreadsArchivedPublicResult,
  RESTGetAPIChannelThreadsArchivedQuery,
  RESTGetAPIChannelUsersThreadsArchivedResult,
  RESTPostAPIChannelMessagesThreadsJSONBody,
  RESTPostAPIChannelMessagesThreadsResult,
  RESTPostAPIChannelThreadsJSONBody,
  RESTPostAPIChannelThreadsResult,
  RESTPostAPIGuildForumThreadsJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { LazyList } from '../lazy-list.js';
import { listPages } from '../lazy-list.js';
import type { CallOptions, FileReasonOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, POST, PUT } from '../transport/route.js';
import { Resource } from './resource.js';

/** Threads and their members. @see https://docs.discord.com/developers/resources/channel */
export class ThreadsApi extends Resource {
  /**
   * Starts a thread at a message; it gets the message's id.
   *
   * @see https://docs.discord.com/developers/resources/channel#start-thread-from-message
   */
  createFromMessage(
    channelId: Snowflake,
    messageId: Snowflake,
    body: RESTPostAPIChannelMessagesThreadsJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIChannelMessagesThreadsResult> {
    return this.requester.request(POST`/channels/${channelId}/messages/${messageId}/threads`, {
      ...options,
      body,
    });
  }

  /**
   * Starts a thread that hangs on no message.
   *
   * @see https://docs.discord.com/developers/resources/channel#start-thread-without-message
   */
  create(
    channelId: Snowflake,
    body: RESTPostAPIChannelThreadsJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIChannelThreadsResult> {
    return this.requester.request(POST`/channels/${channelId}/threads`, { ...options, body });
  }

  /**
   * Starts a post in a forum or media channel, with its first message.
   *
   * @see https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel
   */
  createInForum(
    channelId: Snowflake,
    body: RESTPostAPIGuildForumThreadsJSONBody,
    options?: FileReasonOptions,
  ): Promise<RESTPostAPIChannelThreadsResult> {
    return this.requester.request(POST`/channels/${channelId}/threads`, { ...options, body });
  }

  /**
   * Adds the bot to a thread.
   *
   * @see https://docs.discord.com/developers/resources/channel#join-thread
   */
  join(channelId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(PUT`/channels/${channelId}/thread-members/@me`, options);
  }

  /**
   * Adds somebody to a thread.
   *
   * @see https://docs.discord.com/developers/resources/channel#add-thread-member
   */
  addMember(channelId: Snowflake, userId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(PUT`/channels/${channelId}/thread-members/${userId}`, options);
  }

  /**
   * Removes the bot from a thread.
   *
   * @see https://docs.discord.com/developers/resources/channel#leave-thread
   */
  leave(channelId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/channels/${channelId}/thread-members/@me`, options);
  }

  /**
   * Removes somebody from a thread.
   *
   * @see https://docs.discord.com/developers/resources/channel#remove-thread-member
   */
  removeMember(channelId: Snowflake, userId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/channels/${channelId}/thread-members/${userId}`, options);
  }

  /**
   * One member of a thread.
   *
   * @see https://docs.discord.com/developers/resources/channel#get-thread-member
   */
  getMember(
    channelId: Snowflake,
    userId: Snowflake,
    query?: RESTGetAPIChannelThreadMemberQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIChannelThreadMemberResult> {
    return this.requester.request(GET`/channels/${channelId}/thread-members/${userId}`, {
      ...options,
      query,
    });
  }

  /**
   * Members of a thread; a page of them when `with_member` is set.
   *
   * @see https://docs.discord.com/developers/resources/channel#list-thread-members
   */
  listMembers(
    channelId: Snowflake,
    query?: RESTGetAPIChannelThreadMembersQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIChannelThreadMembersResult> {
    return this.requester.request(GET`/channels/${channelId}/thread-members`, { ...options, query });
  }

  /**
   * Page of archived public threads, the last archived first.
   *
   * @see https://docs.discord.com/developers/resources/channel#list-public-archived-threads
   */
  listPublicArchived(
    channelId: Snowflake,
    query?: RESTGetAPIChannelThreadsArchivedQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIChannelThreadsArchivedPublicResult> {
    return this.requester.request(GET`/channels/${channelId}/threads/archived/public`, { ...options, query });
  }

  /**
   * Page of archived private threads, the last archived first.
   *
   * @see https://docs.discord.com/developers/resources/channel#list-private-archived-threads
   */
  listPrivateArchived(
    channelId: Snowflake,
    query?: RESTGetAPIChannelThreadsArchivedQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIChannelThreadsArchivedPrivateResult> {
    return this.requester.request(GET`/channels/${channelId}/threads/archived/private`, {
      ...options,
      query,
    });
  }

  /**
   * Page of archived private threads that the bot is in, by descending id.
   *
   * @see https://docs.discord.com/developers/resources/channel#list-joined-private-archived-threads
   */
  listJoinedPrivateArchived(
    channelId: Snowflake,
    query?: RESTGetAPIChannelThreadsArchivedQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIChannelUsersThreadsArchivedResult> {
    return this.requester.request(GET`/channels/${channelId}/users/@me/threads/archived/private`, {
      ...options,
      query,
    });
  }

  /** All members of a thread with their guild memberships, by ascending user id, fetched as they are read. */
  iterateMembers(
    channelId: Snowflake,
    query?: Pick<RESTGetAPIChannelThreadMembersQuery, 'after'>,
    options?: CallOptions,
  ): LazyList<APIThreadMember> {
    return listPages<APIThreadMember, 'after'>({
      by: 'after',
      pageSize: 100,
      fetch: (page) => this.listMembers(channelId, { with_member: true, ...query, ...page }, options),
      cursorOf: (member) => member.user_id,
    });
  }

  /** All archived public threads, the last archived first, fetched as they are read. */
  iteratePublicArchived(
    channelId: Snowflake,
    query?: Pick<RESTGetAPIChannelThreadsArchivedQuery, 'before'>,
    options?: CallOptions,
  ): LazyList<APIThreadChannel> {
    return this.#iterate(
      (page) => this.listPublicArchived(channelId, { ...query, ...page }, options),
      archivedAt,
    );
  }

  /** All archived private threads, the last archived first, fetched as they are read. */
  iteratePrivateArchived(
    channelId: Snowflake,
    query?: Pick<RESTGetAPIChannelThreadsArchivedQuery, 'before'>,
    options?: CallOptions,
  ): LazyList<APIThreadChannel> {
    return this.#iterate(
      (page) => this.listPrivateArchived(channelId, { ...query, ...page }, options),
      archivedAt,
    );
  }

  /** All archived private threads that the bot is in, by descending id, fetched as they are read. */
  iterateJoinedPrivateArchived(
    channelId: Snowflake,
    query?: { readonly before?: Snowflake },
    options?: CallOptions,
  ): LazyList<APIThreadChannel> {
    return this.#iterate(
      (page) => this.listJoinedPrivateArchived(channelId, { ...query, ...page }, options),
      (thread) => thread.id,
    );
  }

  #iterate(
    list: (
      query: RESTGetAPIChannelThreadsArchivedQuery,
    ) => Promise<RESTGetAPIChannelUsersThreadsArchivedResult>,
    cursorOf: (thread: APIThreadChannel) => string | undefined,
  ): LazyList<APIThreadChannel> {
    return listPages<APIThreadChannel, 'before'>({
      by: 'before',
      pageSize: 100,
      fetch: async (page) => {
        const archived = await list(page);
        return { items: archived.threads as APIThreadChannel[], hasMore: archived.has_more };
      },
      cursorOf,
    });
  }
}

function archivedAt(thread: APIThreadChannel): string | undefined {
  return thread.thread_metadata?.archive_timestamp;
}
