import type {
  APIGuildScheduledEventUser,
  RESTPatchAPIGuildScheduledEventJSONBody,
} from 'discord-api-types/v10';
import type { LazyList } from '../rest/lazy-list.js';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import { attachedUser } from './attached-user.js';
import { because } from './because.js';
import type { Channel } from './channel.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import { imageUrlOf } from './image-url.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { Member } from './member.js';
import type { ScheduledEventRecord } from './records.js';
import type { User } from './user.js';

/** Event that a guild has announced. @see https://docs.discord.com/developers/resources/guild-scheduled-event */
export class ScheduledEvent extends LiveModel<'scheduledEvent'> {
  constructor(host: ModelHost, record: ScheduledEventRecord, origin?: RecordOrigin) {
    super(host, record, origin, record.guild_id);
  }

  /** Id of the scheduled event. */
  get id(): Snowflake {
    return this.raw.id;
  }
  /** Guild that it belongs to. */
  get guildId(): Snowflake {
    return this.scope;
  }
  /** Guild that it belongs to. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Voice or stage channel it is in; `undefined` when it is elsewhere. */
  get channelId(): Snowflake | undefined {
    return this.raw.channel_id ?? undefined;
  }
  /** Channel in which it takes place, when cached. */
  get channel(): Channel | undefined {
    const record = this.channelId === undefined ? undefined : this.host.records.channel(this.channelId);
    return record && this.host.models.channel(record);
  }
  /** Name, 1 to 100 characters. */
  get name(): string {
    return this.raw.name;
  }
  /** Text, at most 1,000 characters. */
  get description(): string | undefined {
    return this.raw.description ?? undefined;
  }
  /** When it begins. */
  get startsAt(): Date {
    return new Date(this.raw.scheduled_start_time);
  }
  /** When it ends, where that is known. */
  get endsAt(): Date | undefined {
    return this.raw.scheduled_end_time ? new Date(this.raw.scheduled_end_time) : undefined;
  }
  /** 1 scheduled, 2 going on, 3 over, 4 called off. */
  get status(): ScheduledEventRecord['status'] {
    return this.raw.status;
  }
  /** 1 on a stage, 2 in a voice channel, 3 elsewhere. */
  get entityType(): ScheduledEventRecord['entity_type'] {
    return this.raw.entity_type;
  }
  /** Id of the stage that it is while it goes on. */
  get entityId(): Snowflake | undefined {
    return this.raw.entity_id ?? undefined;
  }
  /** Who may see it; always 2, its guild alone. */
  get privacyLevel(): ScheduledEventRecord['privacy_level'] {
    return this.raw.privacy_level;
  }
  /** Where it takes place, when not in a channel. */
  get location(): string | undefined {
    return this.raw.entity_metadata?.location;
  }
  /** User who planned it. */
  get creatorId(): Snowflake | undefined {
    return this.raw.creator_id ?? undefined;
  }
  /** User who made it, when known. */
  get creator(): User | undefined {
    return attachedUser(this.host, this.raw.creator);
  }
  /** How many users are interested, where Discord has told. */
  get userCount(): number | undefined {
    return this.raw.user_count;
  }
  /** How it repeats. */
  get recurrenceRule(): ScheduledEventRecord['recurrence_rule'] {
    return this.raw.recurrence_rule;
  }
  /** When it was planned. */
  get createdAt(): Date {
    return new Date(snowflakeTimeMs(this.id));
  }
  /** Address to share. */
  get url(): string {
    return `https://discord.com/events/${this.guildId}/${this.id}`;
  }
  /** Address of the cover, where there is one. */
  coverUrl(options: ImageOptions = {}): string | undefined {
    return imageUrlOf(`guild-events/${this.id}`, this.raw.image, options);
  }

  /** Asks Discord for the event as it is now, with how many are interested. */
  async fetch(): Promise<ScheduledEvent> {
    const { scheduledEvents } = this.host.rest;
    const record = await scheduledEvents.get(this.guildId, this.id, { with_user_count: true });
    return new ScheduledEvent(this.host, record, 'answer');
  }

  /** Changes the event; only what is given. */
  async edit(body: RESTPatchAPIGuildScheduledEventJSONBody, reason?: string): Promise<ScheduledEvent> {
    const { scheduledEvents } = this.host.rest;
    const record = await scheduledEvents.edit(this.guildId, this.id, body, because(reason));
    return new ScheduledEvent(this.host, record, 'answer');
  }

  /** Begins it now. */
  start(reason?: string): Promise<ScheduledEvent> {
    return this.edit({ status: 2 }, reason);
  }

  /** Ends it as having taken place. */
  complete(reason?: string): Promise<ScheduledEvent> {
    return this.edit({ status: 3 }, reason);
  }

  /** Calls it off before it has begun. */
  cancel(reason?: string): Promise<ScheduledEvent> {
    return this.edit({ status: 4 }, reason);
  }

  /** Deletes the event. */
  async delete(): Promise<void> {
    await this.host.rest.scheduledEvents.delete(this.guildId, this.id);
  }

  /** Users who are interested, by ascending id or after one; fetched as they are read. */
  users(query: { readonly after?: Snowflake } = {}): LazyList<User> {
    return this.#interested(query).map(({ user }) => this.host.answers.user(user));
  }

  /** Members of the guild who are interested, by ascending id or after one; fetched as they are read. */
  members(query: { readonly after?: Snowflake } = {}): LazyList<Member> {
    const { answers } = this.host;
    return this.#interested({ ...query, with_member: true })
      .filter(({ member }) => member !== undefined)
      .map(({ member, user }) => answers.member(this.guildId, { ...member!, user }));
  }

  protected get kind(): 'scheduledEvent' {
    return 'scheduledEvent';
  }

  #interested(query: {
    readonly after?: Snowflake;
    readonly with_member?: boolean;
  }): LazyList<APIGuildScheduledEventUser> {
    return this.host.rest.scheduledEvents.iterateUsers(this.guildId, this.id, query);
  }
}
