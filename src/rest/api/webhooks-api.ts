import type {
  RESTDeleteAPIWebhookWithTokenMessageQuery,
  RESTGetAPIChannelWebhooksResult,
  RESTGetAPIGuildWebhooksResult,
  RESTGetAPIWebhookResult,
  RESTGetAPIWebhookWithTokenMessageQuery,
  RESTGetAPIWebhookWithTokenMessageResult,
  RESTGetAPIWebhookWithTokenResult,
  RESTPatchAPIWebhookJSONBody,
  RESTPatchAPIWebhookResult,
  RESTPatchAPIWebhookWithTokenJSONBody,
  RESTPatchAPIWebhookWithTokenMessageJSONBody,
  RESTPatchAPIWebhookWithTokenMessageQuery,
  RESTPatchAPIWebhookWithTokenMessageResult,
  RESTPatchAPIWebhookWithTokenResult,
  RESTPostAPIChannelWebhookJSONBody,
  RESTPostAPIChannelWebhookResult,
  RESTPostAPIWebhookWithTokenGitHubQuery,
  RESTPostAPIWebhookWithTokenJSONBody,
  RESTPostAPIWebhookWithTokenQuery,
  RESTPostAPIWebhookWithTokenSlackQuery,
  RESTPostAPIWebhookWithTokenWaitResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions, FileOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Webhooks, with the bot's authority or with their own token. @see https://docs.discord.com/developers/resources/webhook */
export class WebhooksApi extends Resource {
  /**
   * Creates a webhook in a channel.
   *
   * @see https://docs.discord.com/developers/resources/webhook#create-webhook
   */
  create(
    channelId: Snowflake,
    body: RESTPostAPIChannelWebhookJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIChannelWebhookResult> {
    return this.requester.request(POST`/channels/${channelId}/webhooks`, { ...options, body });
  }

  /**
   * Webhooks of a channel.
   *
   * @see https://docs.discord.com/developers/resources/webhook#get-channel-webhooks
   */
  listInChannel(channelId: Snowflake, options?: CallOptions): Promise<RESTGetAPIChannelWebhooksResult> {
    return this.requester.request(GET`/channels/${channelId}/webhooks`, options);
  }

  /**
   * Webhooks of a guild.
   *
   * @see https://docs.discord.com/developers/resources/webhook#get-guild-webhooks
   */
  listInGuild(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildWebhooksResult> {
    return this.requester.request(GET`/guilds/${guildId}/webhooks`, options);
  }

  /**
   * A webhook.
   *
   * @see https://docs.discord.com/developers/resources/webhook#get-webhook
   */
  get(webhookId: Snowflake, options?: CallOptions): Promise<RESTGetAPIWebhookResult> {
    return this.requester.request(GET`/webhooks/${webhookId}`, options);
  }

  /**
   * Changes a webhook; only what is given.
   *
   * @see https://docs.discord.com/developers/resources/webhook#modify-webhook
   */
  edit(
    webhookId: Snowflake,
    body: RESTPatchAPIWebhookJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIWebhookResult> {
    return this.requester.request(PATCH`/webhooks/${webhookId}`, { ...options, body });
  }

  /**
   * Deletes a webhook.
   *
   * @see https://docs.discord.com/developers/resources/webhook#delete-webhook
   */
  delete(webhookId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/webhooks/${webhookId}`, options);
  }

  /**
   * A webhook, by its own token.
   *
   * @see https://docs.discord.com/developers/resources/webhook#get-webhook-with-token
   */
  getWithToken(
    webhookId: Snowflake,
    token: string,
    options?: CallOptions,
  ): Promise<RESTGetAPIWebhookWithTokenResult> {
    return this.requester.request(GET`/webhooks/${webhookId}/${token}`, options);
  }

  /**
   * Changes a webhook, by its own token.
   *
   * @see https://docs.discord.com/developers/resources/webhook#modify-webhook-with-token
   */
  editWithToken(
    webhookId: Snowflake,
    token: string,
    body: RESTPatchAPIWebhookWithTokenJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIWebhookWithTokenResult> {
    return this.requester.request(PATCH`/webhooks/${webhookId}/${token}`, { ...options, body });
  }

  /**
   * Deletes a webhook, by its own token.
   *
   * @see https://docs.discord.com/developers/resources/webhook#delete-webhook-with-token
   */
  deleteWithToken(webhookId: Snowflake, token: string, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/webhooks/${webhookId}/${token}`, options);
  }

  /**
   * Posts a message by a webhook; gives the message when `wait` is set, else `undefined`.
   *
   * @see https://docs.discord.com/developers/resources/webhook#execute-webhook
   */
  execute(
    webhookId: Snowflake,
    token: string,
    body: RESTPostAPIWebhookWithTokenJSONBody,
    query: RESTPostAPIWebhookWithTokenQuery & { wait: true },
    options?: FileOptions,
  ): Promise<RESTPostAPIWebhookWithTokenWaitResult>;
  execute(
    webhookId: Snowflake,
    token: string,
    body: RESTPostAPIWebhookWithTokenJSONBody,
    query?: RESTPostAPIWebhookWithTokenQuery,
    options?: FileOptions,
  ): Promise<RESTPostAPIWebhookWithTokenWaitResult | undefined>;
  execute(
    webhookId: Snowflake,
    token: string,
    body: RESTPostAPIWebhookWithTokenJSONBody,
    query?: RESTPostAPIWebhookWithTokenQuery,
    options?: FileOptions,
  ): Promise<RESTPostAPIWebhookWithTokenWaitResult | undefined> {
    return this.requester.request(POST`/webhooks/${webhookId}/${token}`, { ...options, body, query });
  }

  /**
   * Posts a message in Slack's format by a webhook.
   *
   * @see https://docs.discord.com/developers/resources/webhook#execute-slackcompatible-webhook
   */
  executeSlack(
    webhookId: Snowflake,
    token: string,
    body: object,
    query?: RESTPostAPIWebhookWithTokenSlackQuery,
    options?: CallOptions,
  ): Promise<unknown> {
    return this.requester.request(POST`/webhooks/${webhookId}/${token}/slack`, { ...options, body, query });
  }

  /**
   * Posts an event in GitHub's format by a webhook.
   *
   * @see https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook
   */
  executeGitHub(
    webhookId: Snowflake,
    token: string,
    body: object,
    query?: RESTPostAPIWebhookWithTokenGitHubQuery,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(POST`/webhooks/${webhookId}/${token}/github`, { ...options, body, query });
  }

  /**
   * Message that a webhook posted.
   *
   * @see https://docs.discord.com/developers/resources/webhook#get-webhook-message
   */
  getMessage(
    webhookId: Snowflake,
    token: string,
    messageId: Snowflake,
    query?: RESTGetAPIWebhookWithTokenMessageQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIWebhookWithTokenMessageResult> {
    return this.requester.request(GET`/webhooks/${webhookId}/${token}/messages/${messageId}`, {
      ...options,
      query,
    });
  }

  /**
   * Changes a message that a webhook posted.
   *
   * @see https://docs.discord.com/developers/resources/webhook#edit-webhook-message
   */
  editMessage(
    webhookId: Snowflake,
    token: string,
    messageId: Snowflake,
    body: RESTPatchAPIWebhookWithTokenMessageJSONBody,
    query?: RESTPatchAPIWebhookWithTokenMessageQuery,
    options?: FileOptions,
  ): Promise<RESTPatchAPIWebhookWithTokenMessageResult> {
    return this.requester.request(PATCH`/webhooks/${webhookId}/${token}/messages/${messageId}`, {
      ...options,
      body,
      query,
    });
  }

  /**
   * Deletes a message that a webhook posted.
   *
   * @see https://docs.discord.com/developers/resources/webhook#delete-webhook-message
   */
  deleteMessage(
    webhookId: Snowflake,
    token: string,
    messageId: Snowflake,
    query?: RESTDeleteAPIWebhookWithTokenMessageQuery,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(DELETE`/webhooks/${webhookId}/${token}/messages/${messageId}`, {
      ...options,
      query,
    });
  }
}
