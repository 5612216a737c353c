import type { Snowflake } from '../types/type-tools.js';
import { EntityList } from './entity-list.js';
import type { ModelHost } from './host.js';
import type { StageInstanceRecord } from './records.js';
import { StageInstance } from './stage-instance.js';

/** Stages of one guild that are live. */
export class GuildStages extends EntityList<'stageInstance', StageInstance> {
  constructor(host: ModelHost, guildId: Snowflake) {
    super(host, 'stageInstance', guildId);
  }

  protected make(record: StageInstanceRecord): StageInstance {
    return new StageInstance(this.host, record);
  }
}
