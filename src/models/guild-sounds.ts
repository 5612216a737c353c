import type { RESTPostAPIGuildSoundboardSoundJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { EntityList } from './entity-list.js';
import type { ModelHost } from './host.js';
import type { SoundRecord } from './records.js';
import { SoundboardSound } from './soundboard-sound.js';

/** Sounds of one guild's soundboard. @see https://docs.discord.com/developers/resources/soundboard */
export class GuildSounds extends EntityList<'sound', SoundboardSound> {
  constructor(host: ModelHost, guildId: Snowflake) {
    super(host, 'sound', guildId);
  }

  /** Asks Discord for one. */
  async fetch(id: Snowflake): Promise<SoundboardSound> {
    return this.#answered(await this.host.rest.soundboard.get(this.guildId, id));
  }

  /** Asks Discord for all. */
  async fetchAll(): Promise<SoundboardSound[]> {
    const { items } = await this.host.rest.soundboard.list(this.guildId);
    return items.map((record) => this.#answered(record));
  }

  /** Makes one of an MP3 or Ogg: `sound: await readDataUri({ path: 'horn.ogg' })`. */
  async create(body: RESTPostAPIGuildSoundboardSoundJSONBody, reason?: string): Promise<SoundboardSound> {
    return this.#answered(await this.host.rest.soundboard.create(this.guildId, body, because(reason)));
  }

  protected make(record: SoundRecord): SoundboardSound {
    return new SoundboardSound(this.host, { guild_id: this.guildId, ...record });
  }

  #answered(record: SoundRecord): SoundboardSound {
    return new SoundboardSound(this.host, { guild_id: this.guildId, ...record }, 'answer');
  }
}
