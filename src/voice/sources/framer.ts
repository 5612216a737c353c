import type { DemuxedAudio } from '../formats/demuxer.js';
import { FRAME_SAMPLES, opusPacketSamples } from '../opus/opus-packet.js';
import type { AudioFrame } from './audio-input.js';

const FRAME_LENGTH = FRAME_SAMPLES * 2;

/** Cuts samples into frames of 20 ms, and passes Opus packets on as they are. */
export class Framer {
  readonly #frame = new Int16Array(FRAME_LENGTH);
  #filled = 0;

  push(audio: DemuxedAudio): AudioFrame[] {
    if (audio.kind === 'pcm') return this.#cut(audio.samples);
    return [{ kind: 'opus', packet: audio.packet, samples: opusPacketSamples(audio.packet) }];
  }

  /** What is left at the end, filled up with silence. */
  end(): AudioFrame[] {
    return this.#filled === 0 ? [] : this.#cut(new Int16Array(FRAME_LENGTH - this.#filled));
  }

  #cut(samples: Int16Array): AudioFrame[] {
    const frames: AudioFrame[] = [];
    for (let at = 0; at < samples.length; ) {
      const part = samples.subarray(at, at + FRAME_LENGTH - this.#filled);
      this.#frame.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled < FRAME_LENGTH) break;
      frames.push({ kind: 'pcm', pcm: this.#frame.slice(), samples: FRAME_SAMPLES });
      this.#filled = 0;
    }
    return frames;
  }
}
