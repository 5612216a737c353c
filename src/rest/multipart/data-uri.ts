import type { FileSource } from '../file-upload.js';
import { contentTypeOfBytes } from './content-type.js';
import { toFilePart } from './file-part.js';

/**
 * Data URI of an image or sound, as emojis, avatars, icons and soundboard sounds want it.
 *
 * @see https://docs.discord.com/developers/reference#image-data
 */
export function toDataUri(bytes: Uint8Array, contentType?: string): string {
  const type = contentType ?? contentTypeOfBytes(bytes) ?? 'application/octet-stream';
  return `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
}

/**
 * Data URI of an image or sound wherever it comes from: a path, bytes, a stream.
 *
 * @example
 * ```ts
 * await guild.emojis.create({ name: 'gear', image: await readDataUri({ path: 'gear.png' }) });
 * ```
 */
export async function readDataUri(data: FileSource): Promise<string> {
  const part = await toFilePart({ data }, 'file');
  const chunks: Uint8Array[] = [];
  for await (const chunk of part.stream()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return toDataUri(bytes, contentTypeOfBytes(bytes) ?? part.contentType);
}
