import type {
  RESTGetAPIGuildMessagesSearchQuery,
  RESTGetAPIGuildMessagesSearchResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions } from '../request-options.js';
import { GET } from '../transport/route.js';
import { Resource } from './resource.js';

/** Search in the messages of guilds. @see https://docs.discord.com/developers/resources/message */
export class MessageSearchApi extends Resource {
  /**
   * Messages that match; while Discord is still indexing, an answer with `retry_after` instead.
   *
   * @see https://docs.discord.com/developers/resources/message#search-guild-messages
   */
  search(
    guildId: Snowflake,
    query: RESTGetAPIGuildMessagesSearchQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildMessagesSearchResult> {
    return this.requester.request(GET`/guilds/${guildId}/messages/search`, { ...options, query });
  }
}
