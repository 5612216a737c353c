import type { Snowflake } from '../types/type-tools.js';
import { GuildSticker } from './guild-sticker.js';
import { GuildWideList } from './guild-wide-list.js';
import type { ModelHost } from './host.js';
import type { StickerRecord } from './records.js';
import { Sticker, StickerPack } from './sticker.js';

/** Stickers of all guilds that the bot is in, and those that everybody has: `bot.stickers`. */
export class Stickers extends GuildWideList<'sticker', GuildSticker> {
  constructor(host: ModelHost) {
    super(host, 'sticker');
  }

  /** Asks Discord for any sticker. */
  async fetch(id: Snowflake): Promise<Sticker> {
    return new Sticker(this.host, await this.host.rest.stickers.get(id));
  }

  /** Asks Discord for the packs that everybody has. */
  async fetchPacks(): Promise<StickerPack[]> {
    const { sticker_packs: packs } = await this.host.rest.stickers.listPacks();
    return packs.map((pack) => new StickerPack(this.host, pack));
  }

  /** Asks Discord for one pack. */
  async fetchPack(id: Snowflake): Promise<StickerPack> {
    return new StickerPack(this.host, await this.host.rest.stickers.getPack(id));
  }

  protected make(guildId: Snowflake, record: StickerRecord): GuildSticker {
    return new GuildSticker(this.host, guildId, record);
  }
}
