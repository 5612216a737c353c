import type {
  APIMessage,
  RESTDeleteAPIChannelResult,
  RESTGetAPIChannelInvitesResult,
  RESTGetAPIChannelMessageResult,
  RESTGetAPIChannelMessagesQuery,
  RESTGetAPIChannelMessagesResult,
  RESTGetAPIChannelResult,
  RESTPatchAPIChannelJSONBody,
  RESTPatchAPIChannelMessageJSONBody,
  RESTPatchAPIChannelMessageResult,
  RESTPatchAPIChannelResult,
  RESTPostAPIChannelFollowersJSONBody,
  RESTPostAPIChannelFollowersResult,
  RESTPostAPIChannelInviteJSONBody,
  RESTPostAPIChannelInviteResult,
  RESTPostAPIChannelMessageCrosspostResult,
  RESTPostAPIChannelMessageJSONBody,
  RESTPostAPIChannelMessageResult,
  RESTPutAPIChannelPermissionJSONBody,
  RESTPutAPIChannelVoiceStatusJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { FileUpload } from '../file-upload.js';
import type { LazyList } from '../lazy-list.js';
import type { CallOptions, FileOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST, PUT } from '../transport/route.js';
import type { MessageRange } from './message-history.js';
import { messageHistory } from './message-history.js';
import { Resource } from './resource.js';

/** What a channel or thread is changed to. */
export interface EditChannelBody extends RESTPatchAPIChannelJSONBody {
  /** Image of a group direct message, as a data URI. */
  readonly icon?: string | null;
  /** Whether posts of a forum must match all tags of a filter or some. */
  readonly default_tag_setting?: 'match_all' | 'match_some' | null;
}

/** Options of a new invite. */
export interface CreateInviteOptions extends ReasonOptions {
  /** CSV file with the ids of the only users who may accept. */
  readonly targetUsers?: FileUpload;
}

/** Channels and the messages in them. @see https://docs.discord.com/developers/resources/channel */
export class ChannelsApi extends Resource {
  /**
   * A channel or thread.
   *
   * @see https://docs.discord.com/developers/resources/channel#get-channel
   */
  get(channelId: Snowflake, options?: CallOptions): Promise<RESTGetAPIChannelResult> {
    return this.requester.request(GET`/channels/${channelId}`, options);
  }

  /**
   * Changes a channel or thread; only what is given.
   *
   * @see https://docs.discord.com/developers/resources/channel#modify-channel
   */
  edit(
    channelId: Snowflake,
    body: EditChannelBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIChannelResult> {
    return this.requester.request(PATCH`/channels/${channelId}`, { ...options, body });
  }

  /**
   * Deletes a channel or thread, or closes a direct message.
   *
   * @see https://docs.discord.com/developers/resources/channel#deleteclose-channel
   */
  delete(channelId: Snowflake, options?: ReasonOptions): Promise<RESTDeleteAPIChannelResult> {
    return this.requester.request(DELETE`/channels/${channelId}`, options);
  }

  /**
   * Page of messages, newest first.
   *
   * @see https://docs.discord.com/developers/resources/message#get-channel-messages
   */
  listMessages(
    channelId: Snowflake,
    query?: RESTGetAPIChannelMessagesQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIChannelMessagesResult> {
    return this.requester.request(GET`/channels/${channelId}/messages`, { ...options, query });
  }

  /**
   * One message.
   *
   * @see https://docs.discord.com/developers/resources/message#get-channel-message
   */
  getMessage(
    channelId: Snowflake,
    messageId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIChannelMessageResult> {
    return this.requester.request(GET`/channels/${channelId}/messages/${messageId}`, options);
  }

  /**
   * Sends a message; repeated after a fault only if its `nonce` is enforced.
   *
   * @see https://docs.discord.com/developers/resources/message#create-message
   */
  createMessage(
    channelId: Snowflake,
    body: RESTPostAPIChannelMessageJSONBody,
    options?: FileOptions,
  ): Promise<RESTPostAPIChannelMessageResult> {
    return this.requester.request(POST`/channels/${channelId}/messages`, { ...options, body });
  }

  /**
   * Changes a message of the bot's own; attachments that the body does not list are removed.
   *
   * @see https://docs.discord.com/developers/resources/message#edit-message
   */
  editMessage(
    channelId: Snowflake,
    messageId: Snowflake,
    body: RESTPatchAPIChannelMessageJSONBody,
    options?: FileOptions,
  ): Promise<RESTPatchAPIChannelMessageResult> {
    return this.requester.request(PATCH`/channels/${channelId}/messages/${messageId}`, { ...options, body });
  }

  /**
   * Deletes a message.
   *
   * @see https://docs.discord.com/developers/resources/message#delete-message
   */
  deleteMessage(channelId: Snowflake, messageId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/channels/${channelId}/messages/${messageId}`, options);
  }

  /**
   * Deletes 2 to 100 messages at once, none older than two weeks.
   *
   * @see https://docs.discord.com/developers/resources/message#bulk-delete-messages
   */
  bulkDeleteMessages(
    channelId: Snowflake,
    messageIds: readonly Snowflake[],
    options?: ReasonOptions,
  ): Promise<void> {
    const route = POST`/channels/${channelId}/messages/bulk-delete`;
    return this.requester.request(route, { ...options, body: { messages: messageIds }, isRepeatable: true });
  }

  /**
   * Publishes a message of an announcement channel to its followers.
   *
   * @see https://docs.discord.com/developers/resources/message#crosspost-message
   */
  crosspostMessage(
    channelId: Snowflake,
    messageId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTPostAPIChannelMessageCrosspostResult> {
    return this.requester.request(POST`/channels/${channelId}/messages/${messageId}/crosspost`, options);
  }

  /**
   * Shows the bot as typing, for ten seconds.
   *
   * @see https://docs.discord.com/developers/resources/channel#trigger-typing-indicator
   */
  triggerTyping(channelId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(POST`/channels/${channelId}/typing`, { ...options, isRepeatable: true });
  }

  /**
   * Sets what a role or member may do in a channel.
   *
   * @see https://docs.discord.com/developers/resources/channel#edit-channel-permissions
   */
  editPermissionOverwrite(
    channelId: Snowflake,
    overwriteId: Snowflake,
    body: RESTPutAPIChannelPermissionJSONBody,
    options?: ReasonOptions,
  ): Promise<void> {
    return this.requester.request(PUT`/channels/${channelId}/permissions/${overwriteId}`, {
      ...options,
      body,
    });
  }

  /**
   * Removes the permissions of a role or member in a channel.
   *
   * @see https://docs.discord.com/developers/resources/channel#delete-channel-permission
   */
  deletePermissionOverwrite(
    channelId: Snowflake,
    overwriteId: Snowflake,
    options?: ReasonOptions,
  ): Promise<void> {
    return this.requester.request(DELETE`/channels/${channelId}/permissions/${overwriteId}`, options);
  }

  /**
   * Invites to a channel, with their uses.
   *
   * @see https://docs.discord.com/developers/resources/channel#get-channel-invites
   */
  listInvites(channelId: Snowflake, options?: CallOptions): Promise<RESTGetAPIChannelInvitesResult> {
    return this.requester.request(GET`/channels/${channelId}/invites`, options);
  }

  /**
   * Creates an invite; `targetUsers` is a CSV file of the only users who may accept it.
   *
   * @see https://docs.discord.com/developers/resources/channel#create-channel-invite
   */
  createInvite(
    channelId: Snowflake,
    body: RESTPostAPIChannelInviteJSONBody = {},
    options: CreateInviteOptions = {},
  ): Promise<RESTPostAPIChannelInviteResult> {
    const { targetUsers, ...rest } = options;
    const formFiles = targetUsers && [
      { contentType: 'text/csv', ...targetUsers, field: 'target_users_file' },
    ];
    const route = POST`/channels/${channelId}/invites`;
    return this.requester.request(route, { ...rest, body, ...(formFiles ? { formFiles } : {}) });
  }

  /**
   * Has announcements of a channel posted in another one, by a webhook there.
   *
   * @see https://docs.discord.com/developers/resources/channel#follow-announcement-channel
   */
  follow(
    channelId: Snowflake,
    targetChannelId: Snowflake,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIChannelFollowersResult> {
    const body: RESTPostAPIChannelFollowersJSONBody = { webhook_channel_id: targetChannelId };
    return this.requester.request(POST`/channels/${channelId}/followers`, { ...options, body });
  }

  /**
   * Sets the status line of a voice channel; `null` clears it.
   *
   * @see https://docs.discord.com/developers/resources/channel#set-voice-channel-status
   */
  editVoiceStatus(
    channelId: Snowflake,
    body: RESTPutAPIChannelVoiceStatusJSONBody,
    options?: ReasonOptions,
  ): Promise<void> {
    return this.requester.request(PUT`/channels/${channelId}/voice-status`, { ...options, body });
  }

  /** Messages of the channel, fetched as they are read: from the newest down unless the range says otherwise. */
  iterateMessages(
    channelId: Snowflake,
    range: MessageRange = {},
    options?: CallOptions,
  ): LazyList<APIMessage> {
    return messageHistory((query) => this.listMessages(channelId, query, options), range);
  }
}
