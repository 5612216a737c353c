import type { RESTPatchAPIStageInstanceJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { StageInstanceRecord } from './records.js';
import type { ScheduledEvent } from './scheduled-event.js';
import type { StageChannel } from './stage-channel.js';

/** Stage that is live. @see https://docs.discord.com/developers/resources/stage-instance */
export class StageInstance extends LiveModel<'stageInstance'> {
  constructor(host: ModelHost, record: StageInstanceRecord, origin?: RecordOrigin) {
    super(host, record, origin, record.guild_id);
  }

  /** Id of the instance. */
  get id(): Snowflake {
    return this.raw.id;
  }
  /** Guild that it is in. */
  get guildId(): Snowflake {
    return this.scope;
  }
  /** Guild that it is in. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Stage channel that is live. */
  get channelId(): Snowflake {
    return this.raw.channel_id;
  }
  /** Channel it takes place in, when cached. */
  get channel(): StageChannel | undefined {
    const record = this.host.records.channel(this.channelId);
    return record && (this.host.models.channel(record) as StageChannel);
  }
  /** Topic, 1 to 120 characters. */
  get topic(): string {
    return this.raw.topic;
  }
  /** 2 for the guild only, which all are by now. */
  get privacyLevel(): StageInstanceRecord['privacy_level'] {
    return this.raw.privacy_level;
  }
  /** Scheduled event that it belongs to. */
  get scheduledEventId(): Snowflake | undefined {
    return this.raw.guild_scheduled_event_id ?? undefined;
  }
  /** Event that it is, when cached. */
  get scheduledEvent(): ScheduledEvent | undefined {
    return this.scheduledEventId === undefined
      ? undefined
      : this.guild.scheduledEvents.get(this.scheduledEventId);
  }
  /** When the stage was opened. */
  get createdAt(): Date {
    return new Date(snowflakeTimeMs(this.id));
  }

  /** Changes the topic. */
  async edit(body: RESTPatchAPIStageInstanceJSONBody, reason?: string): Promise<StageInstance> {
    const record = await this.host.rest.stages.edit(this.channelId, body, because(reason));
    return new StageInstance(this.host, record, 'answer');
  }

  /** Ends the stage. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.stages.delete(this.channelId, because(reason));
  }

  protected get kind(): 'stageInstance' {
    return 'stageInstance';
  }
}
