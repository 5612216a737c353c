import type { APIUser, RESTPatchAPIGuildScheduledEventJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { attachedUser } from './attached-user.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import { IdentifiedModel } from './model.js';
import type { ScheduledEventRecord } from './records.js';
import type { User } from './user.js';

/** Event that a guild has announced. @see https://docs.discord.com/developers/resources/guild-scheduled-event */
export class ScheduledEvent extends IdentifiedModel<ScheduledEventRecord> {
  /** Guild that it belongs to. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
  }
  /** Voice or stage channel it is in; `undefined` when it is elsewhere. */
  get channelId(): Snowflake | undefined {
    return this.raw.channel_id ?? undefined;
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
  /** What it does: 1 scheduled, 2 active, 3 over, 4 cancelled. */
  get status(): ScheduledEventRecord['status'] {
    return this.raw.status;
  }
  /** Where it is: 1 on a stage, 2 in a voice channel, 3 elsewhere. */
  get entityType(): ScheduledEventRecord['entity_type'] {
    return this.raw.entity_type;
  }
  /** Where it takes place, when not in a channel. */
  get location(): string | undefined {
    return this.raw.entity_metadata?.location;
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
  /** Address to share. */
  get url(): string {
    return `https://discord.com/events/${this.guildId}/${this.id}`;
  }
  /** Changes the event; only what is given. */
  async edit(body: RESTPatchAPIGuildScheduledEventJSONBody, reason?: string): Promise<ScheduledEvent> {
    const { scheduledEvents } = this.host.rest;
    return new ScheduledEvent(
      this.host,
      await scheduledEvents.edit(this.guildId, this.id, body, because(reason)),
    );
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

  /** Users who are interested, page by page. */
  async *users(): AsyncGenerator<User> {
    for await (const entry of this.host.rest.scheduledEvents.iterateUsers(this.guildId, this.id)) {
      yield this.host.models.user((entry as { user: APIUser }).user);
    }
  }
  /** Guild that it belongs to. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
}
