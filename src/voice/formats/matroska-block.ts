import { InvalidAudioError } from '../../errors/invalid-audio-error.js';
import { readEbmlInteger } from './ebml-reader.js';

const XIPH = 1;
const FIXED = 2;

/**
 * Frames of a block: one, or several laced together.
 *
 * Takes the content after the number of the track.
 * @see https://www.rfc-editor.org/rfc/rfc9559#section-10
 */
export function framesOfBlock(content: Buffer): Buffer[] {
  if (content.length < 3) throw damaged();
  const lacing = (content[2]! >> 1) & 3; // after two bytes of time
  const rest = content.subarray(3);
  if (lacing === 0) return [rest];
  const count = (rest[0] ?? 0) + 1;
  const laced = rest.subarray(1);
  if (lacing === FIXED) return split(laced, Array<number>(count - 1).fill(Math.floor(laced.length / count)));
  const { sizes, length } = lacing === XIPH ? xiphSizes(laced, count - 1) : ebmlSizes(laced, count - 1);
  return split(laced.subarray(length), sizes);
}

interface Sizes {
  /** Lengths of all frames but the last. */
  readonly sizes: readonly number[];
  /** Bytes that the lengths took. */
  readonly length: number;
}

function xiphSizes(bytes: Buffer, count: number): Sizes {
  const sizes: number[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    let size = 0;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw damaged();
      size += byte;
      if (byte < 255) break;
    }
    sizes.push(size);
  }
  return { sizes, length: at };
}

/** The first length is there as it is, the others as differences that may be negative. */
function ebmlSizes(bytes: Buffer, count: number): Sizes {
  const sizes: number[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    const read = readEbmlInteger(bytes.subarray(at), at);
    if (read === undefined) throw damaged();
    const difference = read.value - (2 ** (7 * read.length - 1) - 1);
    sizes.push(index === 0 ? read.value : sizes[index - 1]! + difference);
    at += read.length;
  }
  return { sizes, length: at };
}

function split(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const frames: Buffer[] = [];
  let at = 0;
  for (const size of sizes) {
    if (!(size >= 0) || at + size > bytes.length) throw damaged();
    frames.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...frames, bytes.subarray(at)];
}

function damaged(): InvalidAudioError {
  return new InvalidAudioError('webm', 'a block is damaged');
}
