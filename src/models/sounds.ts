import type { Snowflake } from '../types/type-tools.js';
import { GuildWideList } from './guild-wide-list.js';
import type { ModelHost } from './host.js';
import type { SoundRecord } from './records.js';
import { SoundboardSound } from './soundboard-sound.js';

/** Sounds of all guilds that the bot is in, and those that everybody has: `bot.sounds`. */
export class Sounds extends GuildWideList<'sound', SoundboardSound> {
  constructor(host: ModelHost) {
    super(host, 'sound');
  }

  /** Asks Discord for the sounds that everybody has. */
  async fetchDefaults(): Promise<SoundboardSound[]> {
    const sounds = await this.host.rest.soundboard.listDefaults();
    return sounds.map((sound) => new SoundboardSound(this.host, sound, 'past'));
  }

  protected make(guildId: Snowflake, record: SoundRecord): SoundboardSound {
    return new SoundboardSound(this.host, { guild_id: guildId, ...record });
  }
}
