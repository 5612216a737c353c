import type { OggOpusOptions } from '../formats/ogg-opus-muxer.js';
import { OggOpusMuxer } from '../formats/ogg-opus-muxer.js';
import { WAV_HEADER_LENGTH, wavHeader } from '../formats/wav-header.js';
import type { PacketToDecode } from '../opus/decode-or-conceal.js';
import { decodeOrConceal } from '../opus/decode-or-conceal.js';
import type { OpusCodec, OpusDecoder, OpusEncoder } from '../opus/opus-codec.js';
import { FRAME_SAMPLES, SILENCE_FRAME } from '../opus/opus-packet.js';

/** Turns what is heard into the bytes of a file. */
export interface TrackEncoder {
  start(): Uint8Array;
  packet(packet: PacketToDecode): Uint8Array;
  /** One frame of 20 ms, of samples or of silence. */
  frame(pcm: Int16Array | undefined): Uint8Array;
  end(): Uint8Array;
  /** Beginning of the file as it has to be now that its length is known. */
  finalStart?(bytes: number): Uint8Array;
  close(): void;
}

/** Ogg: packets are written as they come; only samples have to be encoded. */
export class OggTrackEncoder implements TrackEncoder {
  readonly #muxer: OggOpusMuxer;
  readonly #codec: () => OpusCodec;
  #encoder: OpusEncoder | undefined;

  constructor(codec: () => OpusCodec, options: OggOpusOptions) {
    this.#codec = codec;
    this.#muxer = new OggOpusMuxer(options);
  }

  start(): Uint8Array {
    return this.#muxer.start();
  }

  packet({ opus, samples }: PacketToDecode): Uint8Array {
    return this.#muxer.push(opus, samples);
  }

  frame(pcm: Int16Array | undefined): Uint8Array {
    if (pcm === undefined) return this.#muxer.push(SILENCE_FRAME, FRAME_SAMPLES);
    this.#encoder ??= this.#codec().createEncoder();
    return this.#muxer.push(this.#encoder.encode(pcm), FRAME_SAMPLES);
  }

  end(): Uint8Array {
    return this.#muxer.end();
  }

  close(): void {
    this.#encoder?.close();
  }
}

const SILENCE = new Uint8Array(FRAME_SAMPLES * 4);

/** Samples of 48 kHz, stereo, 16 bits: alone, or as a WAV file. */
export class PcmTrackEncoder implements TrackEncoder {
  readonly #codec: () => OpusCodec;
  readonly #isWav: boolean;
  #decoder: OpusDecoder | undefined;

  constructor(codec: () => OpusCodec, isWav: boolean) {
    this.#codec = codec;
    this.#isWav = isWav;
  }

  start(): Uint8Array {
    return this.#isWav ? wavHeader() : new Uint8Array();
  }

  packet(packet: PacketToDecode): Uint8Array {
    this.#decoder ??= this.#codec().createDecoder();
    return bytesOf(decodeOrConceal(this.#decoder, packet));
  }

  frame(pcm: Int16Array | undefined): Uint8Array {
    return pcm ? bytesOf(pcm) : SILENCE;
  }

  end(): Uint8Array {
    return new Uint8Array();
  }

  finalStart(bytes: number): Uint8Array {
    return this.#isWav ? wavHeader(bytes - WAV_HEADER_LENGTH) : new Uint8Array();
  }

  close(): void {
    this.#decoder?.close();
  }
}

function bytesOf(pcm: Int16Array): Uint8Array {
  return new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength);
}
