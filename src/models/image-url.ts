import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { Snowflake } from '../types/type-tools.js';

const CDN = 'https://cdn.discordapp.com';
const FORMATS = ['avif', 'gif', 'jpg', 'png', 'webp'] as const;

/** Form in which an image is asked for. */
export interface ImageOptions {
  /** Format; an animated image that is asked for as WebP or GIF moves. @defaultValue webp */
  readonly format?: (typeof FORMATS)[number];
  /** Length of the longer side in pixels: a power of two from 16 to 4096. */
  readonly size?: number;
}

/**
 * Address of an image of Discord's by its path without an ending; a hash that begins with `a_` is of one that moves.
 *
 * @throws {InvalidOptionError} when the size is no power of two from 16 to 4096, or the format is not known.
 * @see https://docs.discord.com/developers/reference#image-formatting
 */
export function imageUrl(
  path: string,
  options: ImageOptions = {},
  isAnimated: boolean = path.slice(path.lastIndexOf('/') + 1).startsWith('a_'),
): string {
  const { format = 'webp', size } = options;
  if (!FORMATS.includes(format)) {
    throw new InvalidOptionError(
      `'${format}' is no image format. Use one of ${FORMATS.join(', ')}.`,
      'format',
    );
  }
  const query = new URLSearchParams();
  if (size !== undefined) query.set('size', String(checkedSize(size)));
  if (isAnimated && format === 'webp') query.set('animated', 'true');
  const suffix = query.size > 0 ? `?${query}` : '';
  return `${CDN}/${path}.${format}${suffix}`;
}

/** Address of an image by its hash, where there is one. */
export function imageUrlOf(
  folder: string,
  hash: string | null | undefined,
  options: ImageOptions = {},
): string | undefined {
  return hash ? imageUrl(`${folder}/${hash}`, options) : undefined;
}

/** Address of the avatar of a user who has none. */
export function defaultAvatarUrl(userId: Snowflake, discriminator: string): string {
  const index = discriminator === '0' ? Number((BigInt(userId) >> 22n) % 6n) : Number(discriminator) % 5;
  return `${CDN}/embed/avatars/${index}.png`;
}

function checkedSize(size: number): number {
  if (size >= 16 && size <= 4096 && Number.isInteger(Math.log2(size))) return size;
  throw new InvalidOptionError(`Image size ${size} is no power of two from 16 to 4096.`, 'size');
}
