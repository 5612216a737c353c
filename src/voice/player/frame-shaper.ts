import { decodeOrConceal } from '../opus/decode-or-conceal.js';
import type { OpusCodec, OpusDecoder, OpusEncoder, OpusEncoderOptions } from '../opus/opus-codec.js';
import { FRAME_SAMPLES, opusPacketSamples } from '../opus/opus-packet.js';
import type { AudioFrame } from '../sources/audio-input.js';
import type { Volume } from './volume.js';

/** Opus packet, ready to be sent. */
export interface ReadyFrame {
  readonly packet: Uint8Array;
  readonly samples: number;
}

/** Turns frames of a source into packets: Opus at full volume as it is, everything else through the codec. */
export class FrameShaper {
  readonly #volume: Volume;
  readonly #codec: () => OpusCodec;
  readonly #options: OpusEncoderOptions;
  #encoder: OpusEncoder | undefined;
  #decoder: OpusDecoder | undefined;

  constructor(volume: Volume, codec: () => OpusCodec, options: OpusEncoderOptions = {}) {
    this.#volume = volume;
    this.#codec = codec;
    this.#options = options;
  }

  /** Throws `OpusCodecMissingError` when a codec is needed and none is installed. */
  shape(frame: AudioFrame): readonly ReadyFrame[] {
    if (this.#volume.isNeutral) return frame.kind === 'opus' ? [frame] : this.#encode(frame.pcm);
    const pcm = frame.kind === 'opus' ? this.#decode(frame.packet) : frame.pcm.slice();
    this.#volume.apply(pcm);
    return this.#encode(pcm);
  }

  close(): void {
    this.#encoder?.close();
    this.#decoder?.close();
  }

  /** One damaged packet is no reason to stop. */
  #decode(opus: Uint8Array): Int16Array {
    this.#decoder ??= this.#codec().createDecoder();
    const samples = opusPacketSamples(opus) || FRAME_SAMPLES;
    return decodeOrConceal(this.#decoder, { opus, samples, isConcealed: false });
  }

  #encode(pcm: Int16Array): ReadyFrame[] {
    this.#encoder ??= this.#codec().createEncoder(this.#options);
    const frames: ReadyFrame[] = [];
    for (let at = 0; at < pcm.length; at += FRAME_SAMPLES * 2) {
      const part = pcm.subarray(at, at + FRAME_SAMPLES * 2);
      frames.push({ packet: this.#encoder.encode(part), samples: part.length / 2 });
    }
    return frames;
  }
}
