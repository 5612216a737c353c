import { createHash, createPublicKey, createVerify } from 'node:crypto';
import { vector } from './mls-bytes.js';

/** Hash by which proposals and key packages are referred to. @see https://www.rfc-editor.org/rfc/rfc9420#section-5.2 */
export function referenceOf(label: 'KeyPackage' | 'Proposal', value: Uint8Array): Buffer {
  return createHash('sha256')
    .update(vector(Buffer.from(`MLS 1.0 ${label} Reference`)))
    .update(vector(value))
    .digest();
}

/** Bytes that are signed under a label. */
export function labelled(label: string, content: Uint8Array): Buffer {
  return Buffer.concat([vector(Buffer.from(`MLS 1.0 ${label}`)), vector(content)]);
}

/** Whether a signature by an uncompressed P-256 key is good. */
export function isSigned(
  publicKey: Buffer,
  label: string,
  content: Uint8Array,
  signature: Uint8Array,
): boolean {
  const coordinate = (start: number): string => publicKey.subarray(start, start + 32).toString('base64url');
  const key = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) };
  const verify = createVerify('sha256').update(labelled(label, content));
  return verify.verify(createPublicKey({ key, format: 'jwk' }), signature);
}
