import { FRAME_MS, FRAME_SAMPLES, SAMPLES_PER_SECOND } from '../opus/opus-packet.js';
import type { AudioReader } from './audio-input.js';

/** Reads and drops frames up to a position; a position beyond the end leaves nothing to read. */
export async function skipTo(reader: AudioReader, positionMs: number): Promise<void> {
  let left = Math.round(positionMs / FRAME_MS) * FRAME_SAMPLES;
  while (left > 0) {
    const frame = await reader.read();
    if (frame === undefined) return;
    left -= frame.samples;
  }
}

/** Milliseconds that samples of 48 kHz last. */
export function msOf(samples: number): number {
  return (samples * 1000) / SAMPLES_PER_SECOND;
}
