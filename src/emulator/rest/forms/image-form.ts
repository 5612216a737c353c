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
  const [, declared = '', base64 = ''] = /^data:([\w/+.-]+);base64,(.*)$/s.exec(text) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  const contentType = imageTypeOf(bytes) ?? declared.replace(/^image\/jpg$/, 'image/jpeg');
  if (!types.test(contentType)) {
    form.fail(key, 'IMAGE_INVALID', 'Invalid image data');
    return undefined;
  }
  return { bytes, contentType };
}

/** First bytes of images, in hex. */
const SIGNATURES: Readonly<Record<string, RegExp>> = {
  'image/gif': /^47494638/,
  'image/jpeg': /^ffd8ff/,
  'image/png': /^89504e47/,
  'image/webp': /^52494646.{8}57454250/,
};

/** What an image is by its bytes, whatever it is called: libraries call all of theirs `image/jpg`. */
function imageTypeOf(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 12).toString('hex');
  return Object.keys(SIGNATURES).find((type) => SIGNATURES[type]?.test(head));
}
