import { createRequire } from 'node:module';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';

const FRAME_BYTES = 960 * 2 * 2;

interface OpusEncoder {
  encode(pcm: Buffer): Buffer;
}

/** Encodes PCM of 16 bits, stereo, 48 kHz; the last frame is filled up with silence. */
export async function encodePcm(pcm: Uint8Array): Promise<Buffer[]> {
  const encoder = createEncoder();
  const frames: Buffer[] = [];
  for (let at = 0; at < pcm.length; at += FRAME_BYTES) {
    const frame = Buffer.alloc(FRAME_BYTES);
    frame.set(pcm.subarray(at, at + FRAME_BYTES));
    frames.push(encoder.encode(frame));
  }
  return frames;
}

function createEncoder(): OpusEncoder {
  const require = createRequire(import.meta.url);
  for (const name of ['@discordjs/opus', 'mediaplex']) {
    try {
      const { OpusEncoder } = require(name) as {
        OpusEncoder: new (rate: number, channels: number) => OpusEncoder;
      };
      return new OpusEncoder(48_000, 2);
    } catch {
      // The next one may be there.
    }
  }
  throw new InvalidInvocationError('People speak PCM only where @discordjs/opus or mediaplex is installed.');
}
