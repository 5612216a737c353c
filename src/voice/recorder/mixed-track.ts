import type { Snowflake } from '../../types/type-tools.js';
import { decodeOrConceal } from '../opus/decode-or-conceal.js';
import type { OpusCodec, OpusDecoder } from '../opus/opus-codec.js';
import { FRAME_SAMPLES } from '../opus/opus-packet.js';
import type { ReceivedFrame } from '../receiver/received-frame.js';
import { Timeline } from './timeline.js';
import type { TrackFile } from './track-file.js';

interface Voice {
  readonly timeline: Timeline;
  readonly decoder: OpusDecoder;
}

const BLOCK_LENGTH = FRAME_SAMPLES * 2;

/** Track with everybody on it: sound is added up in blocks of 20 ms until nothing more can come for them. */
export class MixedTrack {
  readonly file: TrackFile;
  readonly #codec: () => OpusCodec;
  readonly #startedAtMs: number;
  readonly #written: Timeline;
  readonly #voices = new Map<Snowflake, Voice>();
  readonly #blocks = new Map<number, Int32Array>();
  #nextBlock = 0;

  constructor(file: TrackFile, startedAtMs: number, codec: () => OpusCodec) {
    this.file = file;
    this.#startedAtMs = startedAtMs;
    this.#codec = codec;
    this.#written = new Timeline(startedAtMs);
  }

  add(frame: ReceivedFrame): void {
    const { timeline, decoder } = this.#voice(frame.userId);
    const pcm = decodeOrConceal(decoder, frame);
    if (timeline.place(frame) !== undefined) this.#mix(timeline.samples - frame.samples, pcm);
  }

  /** Writes everything up to a moment. */
  advanceTo(nowMs: number): void {
    for (let left = this.#written.advanceTo(nowMs); left > 0; left--) {
      const block = this.#blocks.get(this.#nextBlock);
      this.#blocks.delete(this.#nextBlock++);
      if (block) this.file.addSamples(Int16Array.from(block, clip));
      else this.file.addSilence(1);
    }
  }

  close(): void {
    for (const { decoder } of this.#voices.values()) decoder.close();
  }

  #voice(userId: Snowflake): Voice {
    let voice = this.#voices.get(userId);
    if (voice === undefined) {
      voice = { timeline: new Timeline(this.#startedAtMs), decoder: this.#codec().createDecoder() };
      this.#voices.set(userId, voice);
    }
    return voice;
  }

  #mix(atSample: number, pcm: Int16Array): void {
    for (let index = 0; index < pcm.length; index++) {
      const at = atSample * 2 + index;
      const number = Math.floor(at / BLOCK_LENGTH);
      if (number < this.#nextBlock) continue; // written already
      this.#block(number)[at - number * BLOCK_LENGTH]! += pcm[index]!;
    }
  }

  #block(number: number): Int32Array {
    let block = this.#blocks.get(number);
    if (block === undefined) {
      block = new Int32Array(BLOCK_LENGTH);
      this.#blocks.set(number, block);
    }
    return block;
  }
}

function clip(sample: number): number {
  return Math.max(-32_768, Math.min(32_767, sample));
}
