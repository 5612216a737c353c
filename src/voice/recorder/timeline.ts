import { FRAME_SAMPLES } from '../opus/opus-packet.js';
import type { ReceivedFrame } from '../receiver/received-frame.js';

const SAMPLES_PER_MS = 48;
/** A frame that belongs so far before what is written already cannot be placed any more. */
const MAX_OVERLAP_SAMPLES = 500 * SAMPLES_PER_MS;

/**
 * Where the frames of one user lie in a recording.
 *
 * Speech goes on frame by frame; a gap of half a frame or more becomes silence in whole frames, so that a track is never
 * more than 10 ms away from when something was spoken.
 */
export class Timeline {
  readonly #startedAtMs: number;
  #samples = 0;

  constructor(startedAtMs: number) {
    this.#startedAtMs = startedAtMs;
  }

  /** Samples per channel that are placed so far. */
  get samples(): number {
    return this.#samples;
  }

  /** Frames of silence to put before a frame, or `undefined` when it has no place. */
  place({ capturedAtMs, samples }: ReceivedFrame): number | undefined {
    const at = Math.round((capturedAtMs - this.#startedAtMs) * SAMPLES_PER_MS);
    const gap = at - this.#samples;
    if (gap < -MAX_OVERLAP_SAMPLES || at + samples / 2 < 0) return undefined;
    const silence = Math.max(0, Math.round(gap / FRAME_SAMPLES));
    this.#samples += silence * FRAME_SAMPLES + samples;
    return silence;
  }

  /** Frames of silence that are due up to a moment. */
  advanceTo(nowMs: number): number {
    const silence = Math.floor(
      ((nowMs - this.#startedAtMs) * SAMPLES_PER_MS - this.#samples) / FRAME_SAMPLES,
    );
    if (silence <= 0) return 0;
    this.#samples += silence * FRAME_SAMPLES;
    return silence;
  }
}
