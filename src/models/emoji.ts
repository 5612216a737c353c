/** Emojis however they are named: a character, the text of a message, or an object of Discord's. */
import type { Snowflake } from '../types/type-tools.js';
import type { ImageOptions } from './image-url.js';
import { imageUrl } from './image-url.js';

/** Emoji by its parts; one without an id is a character, which is its name. */
export interface PartialEmoji {
  /** Id of a custom emoji; none for a character. */
  readonly id?: Snowflake | null;
  /** Character, or name of the custom emoji. */
  readonly name?: string | null;
  /** Whether it moves. */
  readonly animated?: boolean;
}

/** Whatever names an emoji: a character, `<:name:id>`, `name:id`, or any emoji that Discord sent. */
export type EmojiLike = string | PartialEmoji;

/** Parts of an emoji that is written as a character, `<:name:id>`, `<a:name:id>` or `name:id`. */
export function parseEmoji(text: string): PartialEmoji {
  const custom = /^<?(?:(a)?:)?(\w{1,32}):(\d{15,20})>?$/.exec(text);
  return custom ? { id: custom[3]!, name: custom[2]!, animated: custom[1] === 'a' } : { name: text };
}

/** Text that shows an emoji in a message. */
export function formatEmoji(emoji: EmojiLike): string {
  const { id, name, animated } = partsOf(emoji);
  return id ? `<${animated ? 'a' : ''}:${name ?? '_'}:${id}>` : (name ?? '');
}

/** Address of the image of a custom emoji. */
export function emojiUrl(
  id: Snowflake,
  options: ImageOptions & { readonly animated?: boolean } = {},
): string {
  const { animated = false, ...image } = options;
  return imageUrl(`emojis/${id}`, image, animated);
}

/** Form in which paths of reactions take it: the character, or `name:id`. */
export function reactionKey(emoji: EmojiLike): string {
  const { id, name } = partsOf(emoji);
  return id ? `${name ?? '_'}:${id}` : (name ?? '');
}

/** Parts of an emoji however it is named. */
export function partsOf(emoji: EmojiLike): PartialEmoji {
  return typeof emoji === 'string' ? parseEmoji(emoji) : emoji;
}
