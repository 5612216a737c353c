import { InvalidAudioError } from '../../errors/invalid-audio-error.js';
import { encoderSettings } from './encoder-settings.js';
import { FadingEcho } from './fading-echo.js';
import type { OpusCodec, OpusDecoder, OpusEncoder, OpusEncoderOptions } from './opus-codec.js';
import { concealmentFrame, FRAME_SAMPLES, isCodedAsSpeech } from './opus-packet.js';

/** Encoder of a library, for 48 kHz stereo. */
export interface LibraryEncoder {
  encode(pcm: Buffer, samples: number): Uint8Array;
  /** Sets an option of libopus by its number. */
  set(request: number, value: number): void;
  /** Frees what the garbage collector does not know of. */
  free?(): void;
}

/** Decoder of a library, for 48 kHz stereo; gives bytes of its own or of the library. */
export interface LibraryDecoder {
  decode(packet: Buffer): Uint8Array;
  /** Bridges a loss that ends where `next` begins. Without it, packets that carry nothing are decoded instead. */
  conceal?(samples: number, next: Uint8Array | undefined): Uint8Array;
  free?(): void;
}

/** Both sides of a library. */
export interface OpusLibrary {
  /** Whether `conceal` reads forward error correction. */
  readonly canRepair?: boolean;
  /** Whether losses in Opus' coding of speech have to be bridged without it. */
  readonly cannotBridgeSpeech?: boolean;
  createEncoder(): LibraryEncoder;
  createDecoder(): LibraryDecoder;
}

/** Codec made of a library, or of one that encodes and one that decodes. */
export class LibraryOpusCodec implements OpusCodec {
  readonly canRepair: boolean;

  constructor(
    readonly name: string,
    private readonly encoding: OpusLibrary,
    private readonly decoding: OpusLibrary = encoding,
  ) {
    this.canRepair = decoding.canRepair ?? false;
  }

  createEncoder(options: OpusEncoderOptions = {}): OpusEncoder {
    const settings = encoderSettings(options);
    const encoder = this.encoding.createEncoder();
    for (const [request, value] of settings) encoder.set(request, value);
    return new PcmEncoder(encoder);
  }

  createDecoder(): OpusDecoder {
    const { cannotBridgeSpeech = false } = this.decoding;
    return new PcmDecoder(this.decoding.createDecoder(), cannotBridgeSpeech ? new FadingEcho() : undefined);
  }
}

class PcmEncoder implements OpusEncoder {
  readonly #library: LibraryEncoder;

  constructor(library: LibraryEncoder) {
    this.#library = library;
  }

  encode(pcm: Int16Array): Uint8Array {
    const bytes = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength);
    return this.#library.encode(bytes, pcm.length / 2);
  }

  close(): void {
    this.#library.free?.();
  }
}

class PcmDecoder implements OpusDecoder {
  readonly #library: LibraryDecoder;
  /** Stands in for a library that cannot bridge speech. */
  readonly #echo: FadingEcho | undefined;
  #last: Uint8Array | undefined;

  constructor(library: LibraryDecoder, echo: FadingEcho | undefined) {
    this.#library = library;
    this.#echo = echo;
  }

  decode(packet: Uint8Array): Int16Array {
    if (packet.length === 0) throw new InvalidAudioError('opus', 'a packet is empty');
    const pcm = this.#decode(packet);
    this.#last = packet;
    this.#echo?.hear(pcm);
    return pcm;
  }

  conceal(samples: number, next?: Uint8Array): Int16Array {
    if (this.#library.conceal) return samplesOf(this.#library.conceal(samples, next));
    if (this.#echo && this.#last && isCodedAsSpeech(this.#last)) return this.#echo.fade(samples);
    const pcm = new Int16Array(samples * 2);
    const packet = concealmentFrame(this.#last);
    for (let at = 0; at < samples; at += FRAME_SAMPLES) {
      const frame = this.#decode(packet);
      pcm.set(frame.subarray(0, Math.min(frame.length, pcm.length - at * 2)), at * 2);
    }
    return pcm;
  }

  close(): void {
    this.#library.free?.();
  }

  #decode(packet: Uint8Array): Int16Array {
    try {
      return samplesOf(
        this.#library.decode(Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength)),
      );
    } catch (error) {
      throw new InvalidAudioError('opus', `a packet of ${packet.length} bytes is damaged`, { cause: error });
    }
  }
}

/** Copied: samples need an even address, and some libraries hand out their own memory. */
function samplesOf(bytes: Uint8Array): Int16Array {
  return new Int16Array(Uint8Array.prototype.slice.call(bytes).buffer);
}
