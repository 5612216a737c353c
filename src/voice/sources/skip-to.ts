import { FRAME_MS, FRAME_SAMPLES, SAMPLES_PER_SECOND } from '../opus/opus-packet.js';
import type { AudioReader } from './audio-input.js';

/** Frames that are read in a row before others get their turn. */
const BATCH = 2000;

/** Reads and drops frames up to a position; a position beyond the end leaves nothing to read. */
export async function skipTo(reader: AudioReader, positionMs: number): Promise<void> {
  let left = Math.round(positionMs / FRAME_MS) * FRAME_SAMPLES;
  for (let count = 1; left > 0; count++) {
    const frame = await reader.read();
    if (frame === undefined) return;
    left -= frame.samples;
    if (count % BATCH === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Milliseconds that samples of 48 kHz last. */
export function msOf(samples: number): number {
  return (samples * 1000) / SAMPLES_PER_SECOND;
}
