import { createHash } from 'node:crypto';
import type { World } from '../../world/world.js';
import type { Form } from '../form.js';

/**
 * Reads an image in the form of a data URI, keeps it for the CDN and gives its hash.
 *
 * `null` when the image is to be removed, `undefined` when nothing is said.
 */
export function storeImage(form: Form, key: string, world: World, folder: string): string | null | undefined {
  if (form.isNull(key)) return null;
  const image = readDataUri(form, key, /^image\/(png|jpeg|gif|webp|avif)$/);
  if (!image) return undefined;
  const hash = createHash('md5').update(image.bytes).digest('hex');
  const name = image.contentType === 'image/gif' ? `a_${hash}` : hash;
  const extension = image.contentType.split('/')[1]!;
  world.files.set(`/${folder}/${name}.${extension}`, image);
  return name;
}

/** Reads bytes in the form of a data URI. */
export function readDataUri(
  form: Form,
  key: string,
  types: RegExp,
): { readonly bytes: Buffer; readonly contentType: string } | undefined {
  const text = form.string(key);
  if (text === undefined) return undefined;
  const match = /^data:([\w/+.-]+);base64,(.*)$/s.exec(text);
  if (!match || !types.test(match[1]!)) {
    form.fail(key, 'IMAGE_INVALID', 'Invalid image data');
    return undefined;
  }
  return { bytes: Buffer.from(match[2]!, 'base64'), contentType: match[1]! };
}
