import type { FileUpload } from '../rest/file-upload.js';
import type { Rest } from '../rest/rest.js';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { GuildSticker } from './guild-sticker.js';
import type { ModelHost } from './host.js';

/** Stickers of one guild. @see https://docs.discord.com/developers/resources/sticker */
export class GuildStickers {
  /** Guild whose stickers these are. */
  readonly guildId: Snowflake;
  readonly #host: ModelHost;

  constructor(host: ModelHost, guildId: Snowflake) {
    this.#host = host;
    this.guildId = guildId;
  }

  /** How many are cached. */
  get size(): number {
    return this.#host.records.count('sticker', this.guildId);
  }

  /** Cached sticker, or `undefined`; never a request. */
  get(id: Snowflake): GuildSticker | undefined {
    const record = this.#host.records.get('sticker', this.guildId, id);
    return record && new GuildSticker(this.#host, record);
  }

  /** Asks Discord for one. */
  async fetch(id: Snowflake): Promise<GuildSticker> {
    return new GuildSticker(this.#host, await this.#host.rest.stickers.getForGuild(this.guildId, id));
  }

  /** Asks Discord for all. */
  async fetchAll(): Promise<GuildSticker[]> {
    const records = await this.#host.rest.stickers.list(this.guildId);
    return records.map((record) => new GuildSticker(this.#host, record));
  }

  /** Makes one of a PNG, APNG, GIF or Lottie file of at most 512 KiB. */
  async create(
    body: Parameters<Rest['stickers']['create']>[1],
    file: FileUpload,
    reason?: string,
  ): Promise<GuildSticker> {
    const record = await this.#host.rest.stickers.create(this.guildId, body, file, because(reason));
    return new GuildSticker(this.#host, record);
  }

  /** Stickers that are in memory. */
  *[Symbol.iterator](): IterableIterator<GuildSticker> {
    for (const record of this.#host.records.list('sticker', this.guildId))
      yield new GuildSticker(this.#host, record);
  }
}
