import type {
  APIMessagePin,
  RESTGetAPIChannelMessagesPinsQuery,
  RESTGetAPIChannelMessagesPinsResult,
  RESTGetAPIChannelPinsResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { LazyList } from '../lazy-list.js';
import { listPages } from '../lazy-list.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PUT } from '../transport/route.js';
import { Resource } from './resource.js';

/** Pinned messages of channels. @see https://docs.discord.com/developers/resources/message */
export class PinsApi extends Resource {
  /**
   * Page of pins, the latest first.
   *
   * @see https://docs.discord.com/developers/resources/message#get-channel-pins
   */
  list(
    channelId: Snowflake,
    query?: RESTGetAPIChannelMessagesPinsQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIChannelMessagesPinsResult> {
    return this.requester.request(GET`/channels/${channelId}/messages/pins`, { ...options, query });
  }

  /**
   * Pins a message.
   *
   * @see https://docs.discord.com/developers/resources/message#pin-message
   */
  add(channelId: Snowflake, messageId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(PUT`/channels/${channelId}/messages/pins/${messageId}`, options);
  }

  /**
   * Unpins a message.
   *
   * @see https://docs.discord.com/developers/resources/message#unpin-message
   */
  remove(channelId: Snowflake, messageId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/channels/${channelId}/messages/pins/${messageId}`, options);
  }

  /**
   * First fifty pins, by the old route.
   *
   * @deprecated Use {@link PinsApi.list}.
   *
   * @see https://docs.discord.com/developers/resources/message#get-pinned-messages-deprecated
   */
  listDeprecated(channelId: Snowflake, options?: CallOptions): Promise<RESTGetAPIChannelPinsResult> {
    return this.requester.request(GET`/channels/${channelId}/pins`, options);
  }

  /**
   * Pins a message, by the old route.
   *
   * @deprecated Use {@link PinsApi.add}.
   *
   * @see https://docs.discord.com/developers/resources/message#pin-message-deprecated
   */
  addDeprecated(channelId: Snowflake, messageId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(PUT`/channels/${channelId}/pins/${messageId}`, options);
  }

  /**
   * Unpins a message, by the old route.
   *
   * @deprecated Use {@link PinsApi.remove}.
   *
   * @see https://docs.discord.com/developers/resources/message#unpin-message-deprecated
   */
  removeDeprecated(channelId: Snowflake, messageId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/channels/${channelId}/pins/${messageId}`, options);
  }

  /** All pins, the latest first, fetched as they are read. */
  iterate(
    channelId: Snowflake,
    query?: Pick<RESTGetAPIChannelMessagesPinsQuery, 'before'>,
    options?: CallOptions,
  ): LazyList<APIMessagePin> {
    return listPages<APIMessagePin, 'before'>({
      by: 'before',
      pageSize: 50,
      fetch: async (page) => {
        const pins = await this.list(channelId, { ...query, ...page }, options);
        return { items: pins.items, hasMore: pins.has_more };
      },
      cursorOf: (pin) => pin.pinned_at,
    });
  }
}
