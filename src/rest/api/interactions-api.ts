import type {
  RESTDeleteAPIWebhookWithTokenMessageQuery,
  RESTGetAPIInteractionFollowupResult,
  RESTGetAPIInteractionOriginalResponseResult,
  RESTGetAPIWebhookWithTokenMessageQuery,
  RESTPatchAPIInteractionFollowupJSONBody,
  RESTPatchAPIInteractionFollowupResult,
  RESTPatchAPIInteractionOriginalResponseJSONBody,
  RESTPatchAPIInteractionOriginalResponseResult,
  RESTPatchAPIWebhookWithTokenMessageQuery,
  RESTPostAPIInteractionCallbackJSONBody,
  RESTPostAPIInteractionCallbackWithResponseResult,
  RESTPostAPIInteractionFollowupJSONBody,
  RESTPostAPIInteractionFollowupResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions, FileOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Options of an interaction's first answer. */
export interface CreateResponseOptions extends FileOptions {
  /** Whether Discord answers with what came of it: the message, its id, its flags. */
  readonly withResponse?: boolean;
}

/** Answers to interactions; none of them needs the bot's token. @see https://docs.discord.com/developers/interactions/receiving-and-responding */
export class InteractionsApi extends Resource {
  /**
   * Answers an interaction, within three seconds of receiving it; the result is `undefined` unless `withResponse` is set.
   *
   * @see https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response
   */
  createResponse(
    interactionId: Snowflake,
    token: string,
    body: RESTPostAPIInteractionCallbackJSONBody,
    options?: CreateResponseOptions,
  ): Promise<RESTPostAPIInteractionCallbackWithResponseResult | undefined> {
    const query = options?.withResponse === undefined ? undefined : { with_response: options.withResponse };
    const route = POST`/interactions/${interactionId}/${token}/callback`;
    return this.requester.request(route, { ...options, body, query, isRepeatable: true });
  }

  /**
   * Message of the first answer.
   *
   * @see https://docs.discord.com/developers/interactions/receiving-and-responding#get-original-interaction-response
   */
  getOriginalResponse(
    applicationId: Snowflake,
    token: string,
    query?: RESTGetAPIWebhookWithTokenMessageQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIInteractionOriginalResponseResult> {
    return this.requester.request(GET`/webhooks/${applicationId}/${token}/messages/@original`, {
      ...options,
      query,
    });
  }

  /**
   * Changes the message of the first answer, or gives the answer that was deferred.
   *
   * @see https://docs.discord.com/developers/interactions/receiving-and-responding#edit-original-interaction-response
   */
  editOriginalResponse(
    applicationId: Snowflake,
    token: string,
    body: RESTPatchAPIInteractionOriginalResponseJSONBody,
    query?: RESTPatchAPIWebhookWithTokenMessageQuery,
    options?: FileOptions,
  ): Promise<RESTPatchAPIInteractionOriginalResponseResult> {
    return this.requester.request(PATCH`/webhooks/${applicationId}/${token}/messages/@original`, {
      ...options,
      body,
      query,
    });
  }

  /**
   * Deletes the message of the first answer.
   *
   * @see https://docs.discord.com/developers/interactions/receiving-and-responding#delete-original-interaction-response
   */
  deleteOriginalResponse(
    applicationId: Snowflake,
    token: string,
    query?: RESTDeleteAPIWebhookWithTokenMessageQuery,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(DELETE`/webhooks/${applicationId}/${token}/messages/@original`, {
      ...options,
      query,
    });
  }

  /**
   * Sends a further message, within fifteen minutes of the interaction.
   *
   * @see https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message
   */
  createFollowup(
    applicationId: Snowflake,
    token: string,
    body: RESTPostAPIInteractionFollowupJSONBody,
    options?: FileOptions,
  ): Promise<RESTPostAPIInteractionFollowupResult> {
    return this.requester.request(POST`/webhooks/${applicationId}/${token}`, { ...options, body });
  }

  /**
   * Further message of an interaction.
   *
   * @see https://docs.discord.com/developers/interactions/receiving-and-responding#get-followup-message
   */
  getFollowup(
    applicationId: Snowflake,
    token: string,
    messageId: Snowflake,
    query?: RESTGetAPIWebhookWithTokenMessageQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIInteractionFollowupResult> {
    return this.requester.request(GET`/webhooks/${applicationId}/${token}/messages/${messageId}`, {
      ...options,
      query,
    });
  }

  /**
   * Changes a further message of an interaction.
   *
   * @see https://docs.discord.com/developers/interactions/receiving-and-responding#edit-followup-message
   */
  editFollowup(
    applicationId: Snowflake,
    token: string,
    messageId: Snowflake,
    body: RESTPatchAPIInteractionFollowupJSONBody,
    query?: RESTPatchAPIWebhookWithTokenMessageQuery,
    options?: FileOptions,
  ): Promise<RESTPatchAPIInteractionFollowupResult> {
    return this.requester.request(PATCH`/webhooks/${applicationId}/${token}/messages/${messageId}`, {
      ...options,
      body,
      query,
    });
  }

  /**
   * Deletes a further message of an interaction.
   *
   * @see https://docs.discord.com/developers/interactions/receiving-and-responding#delete-followup-message
   */
  deleteFollowup(
    applicationId: Snowflake,
    token: string,
    messageId: Snowflake,
    query?: RESTDeleteAPIWebhookWithTokenMessageQuery,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(DELETE`/webhooks/${applicationId}/${token}/messages/${messageId}`, {
      ...options,
      query,
    });
  }
}
