import type { Snowflake } from '../types/type-tools.js';
import { EntityList } from './entity-list.js';
import type { ModelHost } from './host.js';
import type { VoiceStateRecord } from './records.js';
import { VoiceState } from './voice-state.js';

/** Who is in voice in one guild. */
export class GuildVoiceStates extends EntityList<'voiceState', VoiceState> {
  constructor(host: ModelHost, guildId: Snowflake) {
    super(host, 'voiceState', guildId);
  }

  protected make(record: VoiceStateRecord): VoiceState {
    return new VoiceState(this.host, { ...record, guild_id: this.guildId });
  }
}
