import type {
  APIGuildScheduledEventUser,
  RESTGetAPIGuildScheduledEventQuery,
  RESTGetAPIGuildScheduledEventResult,
  RESTGetAPIGuildScheduledEventsQuery,
  RESTGetAPIGuildScheduledEventsResult,
  RESTGetAPIGuildScheduledEventUsersQuery,
  RESTGetAPIGuildScheduledEventUsersResult,
  RESTPatchAPIGuildScheduledEventJSONBody,
  RESTPatchAPIGuildScheduledEventResult,
  RESTPostAPIGuildScheduledEventJSONBody,
  RESTPostAPIGuildScheduledEventResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { LazyList } from '../lazy-list.js';
import { listPages } from '../lazy-list.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Scheduled events of guilds. @see https://docs.discord.com/developers/resources/guild-scheduled-event */
export class ScheduledEventsApi extends Resource {
  /**
   * Scheduled events of a guild.
   *
   * @see https://docs.discord.com/developers/resources/guild-scheduled-event#list-scheduled-events-for-guild
   */
  list(
    guildId: Snowflake,
    query?: RESTGetAPIGuildScheduledEventsQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildScheduledEventsResult> {
    return this.requester.request(GET`/guilds/${guildId}/scheduled-events`, { ...options, query });
  }

  /**
   * One scheduled event.
   *
   * @see https://docs.discord.com/developers/resources/guild-scheduled-event#get-guild-scheduled-event
   */
  get(
    guildId: Snowflake,
    eventId: Snowflake,
    query?: RESTGetAPIGuildScheduledEventQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildScheduledEventResult> {
    return this.requester.request(GET`/guilds/${guildId}/scheduled-events/${eventId}`, { ...options, query });
  }

  /**
   * Schedules an event.
   *
   * @see https://docs.discord.com/developers/resources/guild-scheduled-event#create-guild-scheduled-event
   */
  create(
    guildId: Snowflake,
    body: RESTPostAPIGuildScheduledEventJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIGuildScheduledEventResult> {
    return this.requester.request(POST`/guilds/${guildId}/scheduled-events`, { ...options, body });
  }

  /**
   * Changes, starts, ends or cancels a scheduled event.
   *
   * @see https://docs.discord.com/developers/resources/guild-scheduled-event#modify-guild-scheduled-event
   */
  edit(
    guildId: Snowflake,
    eventId: Snowflake,
    body: RESTPatchAPIGuildScheduledEventJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIGuildScheduledEventResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/scheduled-events/${eventId}`, {
      ...options,
      body,
    });
  }

  /**
   * Deletes a scheduled event.
   *
   * @see https://docs.discord.com/developers/resources/guild-scheduled-event#delete-guild-scheduled-event
   */
  delete(guildId: Snowflake, eventId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/guilds/${guildId}/scheduled-events/${eventId}`, options);
  }

  /**
   * Page of the users who are interested, by ascending id.
   *
   * @see https://docs.discord.com/developers/resources/guild-scheduled-event#get-guild-scheduled-event-users
   */
  listUsers(
    guildId: Snowflake,
    eventId: Snowflake,
    query?: RESTGetAPIGuildScheduledEventUsersQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildScheduledEventUsersResult> {
    return this.requester.request(GET`/guilds/${guildId}/scheduled-events/${eventId}/users`, {
      ...options,
      query,
    });
  }

  /** All users who are interested, by ascending id, fetched as they are read. */
  iterateUsers(
    guildId: Snowflake,
    eventId: Snowflake,
    query?: Pick<RESTGetAPIGuildScheduledEventUsersQuery, 'after' | 'with_member'>,
    options?: CallOptions,
  ): LazyList<APIGuildScheduledEventUser> {
    return listPages<APIGuildScheduledEventUser, 'after'>({
      by: 'after',
      pageSize: 100,
      fetch: (page) => this.listUsers(guildId, eventId, { ...query, ...page }, options),
      cursorOf: ({ user }) => user.id,
    });
  }
}
