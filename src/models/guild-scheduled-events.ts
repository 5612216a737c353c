import type { RESTPostAPIGuildScheduledEventJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { EntityList } from './entity-list.js';
import type { ModelHost } from './host.js';
import type { ScheduledEventRecord } from './records.js';
import { ScheduledEvent } from './scheduled-event.js';

/** Events that one guild has announced. */
export class GuildScheduledEvents extends EntityList<'scheduledEvent', ScheduledEvent> {
  constructor(host: ModelHost, guildId: Snowflake) {
    super(host, 'scheduledEvent', guildId);
  }

  /** Asks Discord for one, with how many are interested. */
  async fetch(id: Snowflake): Promise<ScheduledEvent> {
    const query = { with_user_count: true };
    return this.#answered(await this.host.rest.scheduledEvents.get(this.guildId, id, query));
  }

  /** Asks Discord for all, with how many are interested. */
  async fetchAll(): Promise<ScheduledEvent[]> {
    const records = await this.host.rest.scheduledEvents.list(this.guildId, { with_user_count: true });
    return records.map((record) => this.#answered(record));
  }

  /** Announces an event. */
  async create(body: RESTPostAPIGuildScheduledEventJSONBody, reason?: string): Promise<ScheduledEvent> {
    return this.#answered(await this.host.rest.scheduledEvents.create(this.guildId, body, because(reason)));
  }

  protected make(record: ScheduledEventRecord): ScheduledEvent {
    return new ScheduledEvent(this.host, record);
  }

  #answered(record: ScheduledEventRecord): ScheduledEvent {
    return new ScheduledEvent(this.host, record, 'answer');
  }
}
