import { InvalidAudioError } from '../../errors/invalid-audio-error.js';

/** Head of an EBML element. */
export interface EbmlHead {
  readonly id: number;
  /** Bytes of its content; infinite when it was not known while writing. */
  readonly size: number;
  readonly headLength: number;
}

/** Variable-length integer with its length in bytes. */
export interface EbmlInteger {
  readonly value: number;
  readonly length: number;
}

/**
 * Reads the head of an element, or `undefined` when more bytes are needed.
 * @see https://www.rfc-editor.org/rfc/rfc8794#section-5
 */
export function readEbmlHead(bytes: Buffer, offset: number): EbmlHead | undefined {
  const first = bytes[0];
  if (first === undefined) return undefined;
  const idLength = Math.clz32(first) - 23;
  if (idLength > 4) throw new InvalidAudioError('webm', `no element begins at byte ${offset}`);
  if (bytes.length < idLength) return undefined;
  const size = readEbmlInteger(bytes.subarray(idLength), offset + idLength);
  if (size === undefined) return undefined;
  return { id: bytes.readUIntBE(0, idLength), size: size.value, headLength: idLength + size.length };
}

/** Reads a variable-length integer; all ones mean “not known”, and give infinity. */
export function readEbmlInteger(bytes: Buffer, offset = 0): EbmlInteger | undefined {
  const first = bytes[0];
  if (first === undefined) return undefined;
  const length = Math.clz32(first) - 23;
  if (length > 8) throw new InvalidAudioError('webm', `no length begins at byte ${offset}`);
  if (bytes.length < length) return undefined;
  const mask = 0xff >> length;
  let value = first & mask;
  let isUnknown = value === mask;
  for (const byte of bytes.subarray(1, length)) {
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { value: isUnknown ? Number.POSITIVE_INFINITY : value, length };
}

/** Elements directly inside of the content of another, which is there as a whole. */
export function* ebmlChildren(content: Buffer): Generator<{ readonly id: number; readonly content: Buffer }> {
  let at = 0;
  while (at < content.length) {
    const head = readEbmlHead(content.subarray(at), at);
    const end = at + (head?.headLength ?? 0) + (head?.size ?? 0);
    if (head === undefined || end > content.length)
      throw new InvalidAudioError('webm', 'an element is longer than the one around it');
    yield { id: head.id, content: content.subarray(at + head.headLength, end) };
    at = end;
  }
}

/** Unsigned integer of up to six bytes that is a whole element. */
export function readEbmlUnsigned(content: Buffer): number {
  if (content.length === 0) return 0;
  if (content.length > 6) throw new InvalidAudioError('webm', 'a number is too large');
  return content.readUIntBE(0, content.length);
}
