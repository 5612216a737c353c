import type { RESTPostAPIGuildEmojiJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { EntityList } from './entity-list.js';
import { GuildEmoji } from './guild-emoji.js';
import type { ModelHost } from './host.js';
import type { EmojiRecord } from './records.js';

/** Emojis of one guild. */
export class GuildEmojis extends EntityList<'emoji', GuildEmoji> {
  constructor(host: ModelHost, guildId: Snowflake) {
    super(host, 'emoji', guildId);
  }

  /** Asks Discord for one. */
  async fetch(id: Snowflake): Promise<GuildEmoji> {
    return this.#answered(await this.host.rest.emojis.get(this.guildId, id));
  }

  /** Asks Discord for all. */
  async fetchAll(): Promise<GuildEmoji[]> {
    const records = await this.host.rest.emojis.list(this.guildId);
    return records.map((record) => this.#answered(record));
  }

  /** Makes one of an image: `image: await readDataUri({ path: 'gear.png' })`. */
  async create(body: RESTPostAPIGuildEmojiJSONBody, reason?: string): Promise<GuildEmoji> {
    return this.#answered(await this.host.rest.emojis.create(this.guildId, body, because(reason)));
  }

  protected make(record: EmojiRecord): GuildEmoji {
    return new GuildEmoji(this.host, this.guildId, record);
  }

  #answered(record: EmojiRecord): GuildEmoji {
    return new GuildEmoji(this.host, this.guildId, record, 'answer');
  }
}
