import type { RESTPostAPIGuildSoundboardSoundJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { ModelHost } from './host.js';
import { SoundboardSound } from './soundboard-sound.js';

/** Sounds of one guild's soundboard. @see https://docs.discord.com/developers/resources/soundboard */
export class GuildSounds {
  /** Guild whose sounds these are. */
  readonly guildId: Snowflake;
  readonly #host: ModelHost;

  constructor(host: ModelHost, guildId: Snowflake) {
    this.#host = host;
    this.guildId = guildId;
  }

  /** How many are cached. */
  get size(): number {
    return this.#host.records.count('sound', this.guildId);
  }

  /** Cached sound, or `undefined`; never a request. */
  get(id: Snowflake): SoundboardSound | undefined {
    const record = this.#host.records.get('sound', this.guildId, id);
    return record && new SoundboardSound(this.#host, record);
  }

  /** Asks Discord for one. */
  async fetch(id: Snowflake): Promise<SoundboardSound> {
    return new SoundboardSound(this.#host, await this.#host.rest.soundboard.get(this.guildId, id));
  }

  /** Asks Discord for all. */
  async fetchAll(): Promise<SoundboardSound[]> {
    const { items } = await this.#host.rest.soundboard.list(this.guildId);
    return items.map((record) => new SoundboardSound(this.#host, record));
  }

  /** Makes one of an MP3 or Ogg in a data URI. */
  async create(body: RESTPostAPIGuildSoundboardSoundJSONBody, reason?: string): Promise<SoundboardSound> {
    const record = await this.#host.rest.soundboard.create(this.guildId, body, because(reason));
    return new SoundboardSound(this.#host, record);
  }

  /** Sounds that are in memory. */
  *[Symbol.iterator](): IterableIterator<SoundboardSound> {
    for (const record of this.#host.records.list('sound', this.guildId))
      yield new SoundboardSound(this.#host, record);
  }
}
