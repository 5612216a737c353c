import { createRequire } from 'node:module';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';

const FRAME_BYTES = 960 * 2 * 2;

interface OpusEncoder {
  encode(pcm: Buffer): Buffer;
  free?(): void;
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
  encoder.free?.();
  return frames;
}

const require = createRequire(import.meta.url);

interface NativeModule {
  readonly OpusEncoder: new (rate: number, channels: number) => OpusEncoder;
}

/** Ways to an encoder, by package. */
const ways: Readonly<Record<string, () => OpusEncoder>> = {
  '@discordjs/opus': () => fromNative('@discordjs/opus'),
  mediaplex: () => fromNative('mediaplex'),
  '@evan/opus': () => {
    // Its binary for the platform can be loaded only once in a process, and a test runner loads modules anew.
    const { Encoder } = require('@evan/opus/wasm/index.js') as {
      Encoder: new (options: object) => { encode(pcm: Buffer): Uint8Array; drop(): void };
    };
    const encoder = new Encoder({ sample_rate: 48_000, channels: 2 });
    return { encode: (pcm) => Buffer.from(encoder.encode(pcm)), free: () => encoder.drop() };
  },
  opusscript: () => {
    const Script = require('opusscript') as new (
      rate: number,
      channels: number,
    ) => { encode(pcm: Buffer, samples: number): Buffer; delete(): void };
    const encoder = new Script(48_000, 2);
    return { encode: (pcm) => encoder.encode(pcm, 960), free: () => encoder.delete() };
  },
};

function fromNative(name: string): OpusEncoder {
  const { OpusEncoder } = require(name) as NativeModule;
  return new OpusEncoder(48_000, 2);
}

function createEncoder(): OpusEncoder {
  for (const create of Object.values(ways)) {
    try {
      return create();
    } catch {
      // The next one may be there.
    }
  }
  throw new InvalidInvocationError(
    `People speak PCM only where one of ${Object.keys(ways).join(', ')} is installed.`,
  );
}
