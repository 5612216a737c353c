import type { APIMediaGalleryComponent } from 'discord-api-types/v10';
import type { ComponentOptions } from './layout-part.js';
import { checkRange, given } from './layout-part.js';
import type { MediaOptions } from './thumbnail.js';
import { mediaJson } from './thumbnail.js';

/** Picture or video of a gallery: its address, alone or with more. */
export type GalleryItem = string | ({ readonly url: string } & MediaOptions);

/** One to ten pictures or videos. @see https://docs.discord.com/developers/components/reference#media-gallery */
export class MediaGallery {
  constructor(
    /** One to ten pictures. */
    readonly items: readonly GalleryItem[],
    /** Number of the component. */
    readonly options: ComponentOptions = {},
  ) {}

  /** Component in Discord's own form. @throws {InvalidComponentError} when Discord would refuse it. */
  toJSON(): APIMediaGalleryComponent {
    checkRange('Items of a media gallery', this.items.length, 1, 10);
    const items = this.items.map((item) =>
      typeof item === 'string' ? mediaJson(item, {}) : mediaJson(item.url, item),
    );
    return { type: 12, ...given({ id: this.options.id }), items };
  }
}
