import type { APIThumbnailComponent } from 'discord-api-types/v10';
import type { ComponentOptions } from './layout-part.js';
import { checkRange, given } from './layout-part.js';

/** What a picture or file may have beside its address. */
export interface MediaOptions {
  /** Alternative text, at most 1,024 characters. */
  readonly description?: string;
  /** Whether it is hidden until somebody clicks on it. */
  readonly spoiler?: boolean;
}

/** Small picture beside the text of a section. @see https://docs.discord.com/developers/components/reference#thumbnail */
export class Thumbnail {
  constructor(
    /** `https://…` or `attachment://name`. */
    readonly url: string,
    /** Alternative text and looks. */
    readonly options: MediaOptions & ComponentOptions = {},
  ) {}

  /** Component in Discord's own form. @throws {InvalidComponentError} when Discord would refuse it. */
  toJSON(): APIThumbnailComponent {
    return { type: 11, ...given({ id: this.options.id }), ...mediaJson(this.url, this.options) };
  }
}

/** Address with its options, as galleries and thumbnails have it. */
export function mediaJson(url: string, { description, spoiler }: MediaOptions): { media: { url: string } } {
  if (description !== undefined) checkRange('Characters of an alternative text', description.length, 1, 1024);
  return { media: { url }, ...given({ description, spoiler }) };
}
