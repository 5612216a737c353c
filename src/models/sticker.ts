import type { APISticker, APIStickerItem, APIStickerPack } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { attachedUser } from './attached-user.js';
import type { ImageOptions } from './image-url.js';
import { imageUrl } from './image-url.js';
import { IdentifiedModel } from './model.js';
import type { User } from './user.js';

/** Formats by Discord's number. */
const LOTTIE = 3;
const GIF = 4;
/** Application under which the banners of packs stand. */
const PACK_APPLICATION = '710982414301790216';

/** Address of a sticker's file: PNG, GIF, or JSON of a Lottie animation. */
export function stickerUrl(id: Snowflake, format: number): string {
  if (format === GIF) return `https://media.discordapp.net/stickers/${id}.gif`;
  return `https://cdn.discordapp.com/stickers/${id}.${format === LOTTIE ? 'json' : 'png'}`;
}

/** Sticker as it stands in a message; `fetch()` tells the rest of it. @see https://docs.discord.com/developers/resources/sticker */
export class StickerItem extends IdentifiedModel<Readonly<APIStickerItem>> {
  /** Name of the sticker. */
  get name(): string {
    return this.raw.name;
  }
  /** 1 PNG, 2 APNG, 3 Lottie, 4 GIF. */
  get format(): number {
    return this.raw.format_type;
  }
  /** Address of the picture; for Lottie of the animation's JSON. */
  get url(): string {
    return stickerUrl(this.id, this.format);
  }

  /** Asks Discord for the whole sticker. */
  async fetch(): Promise<Sticker> {
    return new Sticker(this.host, await this.host.rest.stickers.get(this.id));
  }
}

/** Sticker of any guild, or one of a pack that everybody has. @see https://docs.discord.com/developers/resources/sticker */
export class Sticker extends IdentifiedModel<Readonly<APISticker>> {
  /** Its name, at most 30 characters. */
  get name(): string {
    return this.raw.name;
  }
  /** Its description, at most 100 characters. */
  get description(): string | undefined {
    return this.raw.description || undefined;
  }
  /** What it is found by: names of emojis, or words. */
  get tags(): string {
    return this.raw.tags;
  }
  /** 1 PNG, 2 APNG, 3 Lottie, 4 GIF. */
  get format(): number {
    return this.raw.format_type;
  }
  /** Address at which its picture lies. */
  get url(): string {
    return stickerUrl(this.id, this.format);
  }
  /** Guild it belongs to; `undefined` for one of a pack. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id;
  }
  /** Pack of a sticker of Discord. */
  get packId(): Snowflake | undefined {
    return this.raw.pack_id;
  }
  /** Place in its pack. */
  get sortValue(): number | undefined {
    return this.raw.sort_value;
  }
  /** Whether it can be used; not after boosts were lost. */
  get available(): boolean {
    return this.raw.available ?? true;
  }
  /** User who uploaded it, where Discord tells. */
  get creator(): User | undefined {
    return attachedUser(this.host, this.raw.user);
  }

  /** Asks Discord for the pack it is of; `undefined` for one of a guild. */
  async fetchPack(): Promise<StickerPack | undefined> {
    const { packId } = this;
    return packId === undefined
      ? undefined
      : new StickerPack(this.host, await this.host.rest.stickers.getPack(packId));
  }
}

/** Stickers that everybody has. @see https://docs.discord.com/developers/resources/sticker#sticker-pack-object */
export class StickerPack extends IdentifiedModel<Readonly<APIStickerPack>> {
  /** Name of the pack. */
  get name(): string {
    return this.raw.name;
  }
  /** What the pack is about. */
  get description(): string {
    return this.raw.description;
  }
  /** SKU of the pack. */
  get skuId(): Snowflake {
    return this.raw.sku_id;
  }
  /** Stickers in the pack. */
  get stickers(): Sticker[] {
    return this.raw.stickers.map((record) => new Sticker(this.host, record));
  }
  /** Sticker that stands for the pack. */
  get cover(): Sticker | undefined {
    return this.stickers.find(({ id }) => id === this.raw.cover_sticker_id);
  }
  /** Address of the banner, where there is one. */
  bannerUrl(options: ImageOptions = {}): string | undefined {
    const { banner_asset_id: id } = this.raw;
    return id && imageUrl(`app-assets/${PACK_APPLICATION}/store/${id}`, options);
  }
}
