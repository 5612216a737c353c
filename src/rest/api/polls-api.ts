import type {
  APIUser,
  RESTGetAPIPollAnswerVotersQuery,
  RESTGetAPIPollAnswerVotersResult,
  RESTPostAPIPollExpireResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { LazyList } from '../lazy-list.js';
import { listPages } from '../lazy-list.js';
import type { CallOptions } from '../request-options.js';
import { GET, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Polls in messages. @see https://docs.discord.com/developers/resources/poll */
export class PollsApi extends Resource {
  /**
   * Page of the users who chose an answer, by ascending id.
   *
   * @see https://docs.discord.com/developers/resources/poll#get-answer-voters
   */
  listVoters(
    channelId: Snowflake,
    messageId: Snowflake,
    answerId: number,
    query?: RESTGetAPIPollAnswerVotersQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIPollAnswerVotersResult> {
    return this.requester.request(GET`/channels/${channelId}/polls/${messageId}/answers/${answerId}`, {
      ...options,
      query,
    });
  }

  /**
   * Ends a poll of the bot's own at once.
   *
   * @see https://docs.discord.com/developers/resources/poll#end-poll
   */
  end(
    channelId: Snowflake,
    messageId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTPostAPIPollExpireResult> {
    return this.requester.request(POST`/channels/${channelId}/polls/${messageId}/expire`, options);
  }

  /** All users who chose an answer, by ascending id, fetched as they are read. */
  iterateVoters(
    channelId: Snowflake,
    messageId: Snowflake,
    answerId: number,
    query?: Pick<RESTGetAPIPollAnswerVotersQuery, 'after'>,
    options?: CallOptions,
  ): LazyList<APIUser> {
    return listPages<APIUser, 'after'>({
      by: 'after',
      pageSize: 100,
      fetch: async (page) => {
        const asked = { ...query, ...page };
        return (await this.listVoters(channelId, messageId, answerId, asked, options)).users;
      },
      cursorOf: (user) => user.id,
    });
  }
}
