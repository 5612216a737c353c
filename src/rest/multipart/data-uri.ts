import { contentTypeOfBytes } from './content-type.js';

/**
 * Data URI of an image or sound, as emojis, avatars, icons and soundboard sounds want it.
 *
 * @see https://docs.discord.com/developers/reference#image-data
 */
export function toDataUri(bytes: Uint8Array, contentType?: string): string {
  const type = contentType ?? contentTypeOfBytes(bytes) ?? 'application/octet-stream';
  return `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
}
