import type { FileUpload } from '../rest/file-upload.js';
import type { Rest } from '../rest/rest.js';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { EntityList } from './entity-list.js';
import { GuildSticker } from './guild-sticker.js';
import type { ModelHost } from './host.js';
import type { StickerRecord } from './records.js';

/** Stickers of one guild. @see https://docs.discord.com/developers/resources/sticker */
export class GuildStickers extends EntityList<'sticker', GuildSticker> {
  constructor(host: ModelHost, guildId: Snowflake) {
    super(host, 'sticker', guildId);
  }

  /** Asks Discord for one. */
  async fetch(id: Snowflake): Promise<GuildSticker> {
    return this.#answered(await this.host.rest.stickers.getForGuild(this.guildId, id));
  }

  /** Asks Discord for all. */
  async fetchAll(): Promise<GuildSticker[]> {
    const records = await this.host.rest.stickers.list(this.guildId);
    return records.map((record) => this.#answered(record));
  }

  /** Makes one of a PNG, APNG, GIF or Lottie file of at most 512 KiB. */
  async create(
    body: Parameters<Rest['stickers']['create']>[1],
    file: FileUpload,
    reason?: string,
  ): Promise<GuildSticker> {
    return this.#answered(await this.host.rest.stickers.create(this.guildId, body, file, because(reason)));
  }

  protected make(record: StickerRecord): GuildSticker {
    return new GuildSticker(this.host, this.guildId, record);
  }

  #answered(record: StickerRecord): GuildSticker {
    return new GuildSticker(this.host, this.guildId, record, 'answer');
  }
}
