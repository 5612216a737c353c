import type { RESTPatchAPIStageInstanceJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import { IdentifiedModel } from './model.js';
import type { StageInstanceRecord } from './records.js';

/** Stage that is live. @see https://docs.discord.com/developers/resources/stage-instance */
export class StageInstance extends IdentifiedModel<StageInstanceRecord> {
  /** Guild that it is in. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
  }
  /** Stage channel that is live. */
  get channelId(): Snowflake {
    return this.raw.channel_id;
  }
  /** Topic, 1 to 120 characters. */
  get topic(): string {
    return this.raw.topic;
  }
  /** Scheduled event that it belongs to. */
  get scheduledEventId(): Snowflake | undefined {
    return this.raw.guild_scheduled_event_id ?? undefined;
  }
  /** Changes the topic. */
  async edit(body: RESTPatchAPIStageInstanceJSONBody, reason?: string): Promise<void> {
    await this.host.rest.stages.edit(this.channelId, body, because(reason));
  }

  /** Ends the stage. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.stages.delete(this.channelId, because(reason));
  }
  /** Guild that it is in. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
}
