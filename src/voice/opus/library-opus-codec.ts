import { InvalidAudioError } from '../../errors/invalid-audio-error.js';
import type { OpusCodec, OpusDecoder, OpusEncoder, OpusEncoderOptions } from './opus-codec.js';
import { concealmentFrame, FRAME_SAMPLES } from './opus-packet.js';

/** What the libraries have in common: one object with an encoder and a decoder, of 48 kHz stereo. */
export interface LibraryOpus {
  encode(pcm: Buffer, samples: number): Buffer | Uint8Array;
  decode(packet: Buffer): Buffer | Uint8Array;
  /** Sets an option of libopus by its number; absent where the library has no way to. */
  setEncoderOption?(request: number, value: number): void;
  /** Frees what the garbage collector does not know of. */
  free?(): void;
}

/** Numbers of libopus' encoder options. */
const SET_BITRATE = 4002;
const SET_INBAND_FEC = 4012;
const SET_PACKET_LOSS = 4014;

/** Codec made of a library's object. */
export class LibraryOpusCodec implements OpusCodec {
  constructor(
    readonly name: string,
    private readonly create: () => LibraryOpus,
  ) {}

  createEncoder(options: OpusEncoderOptions = {}): OpusEncoder {
    const library = this.create();
    library.setEncoderOption?.(SET_BITRATE, options.bitrate ?? 96_000);
    library.setEncoderOption?.(SET_INBAND_FEC, (options.forwardErrorCorrection ?? true) ? 1 : 0);
    library.setEncoderOption?.(SET_PACKET_LOSS, options.expectedLossPercent ?? 5);
    return new LibraryEncoder(library);
  }

  createDecoder(): OpusDecoder {
    return new LibraryDecoder(this.create());
  }
}

class LibraryEncoder implements OpusEncoder {
  readonly #library: LibraryOpus;

  constructor(library: LibraryOpus) {
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

class LibraryDecoder implements OpusDecoder {
  readonly #library: LibraryOpus;
  #last: Uint8Array | undefined;

  constructor(library: LibraryOpus) {
    this.#library = library;
  }

  decode(packet: Uint8Array): Int16Array {
    if (packet.length === 0) throw new InvalidAudioError('opus', 'a packet is empty');
    const pcm = this.#decode(packet);
    this.#last = packet;
    return pcm;
  }

  /** None of the libraries lets out libopus' forward error correction, so the packet after is not looked at. */
  conceal(samples: number): Int16Array {
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
      const bytes = this.#library.decode(Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength));
      // Copied: samples need an even address, and opusscript hands out its own memory.
      return new Int16Array(Uint8Array.prototype.slice.call(bytes).buffer);
    } catch (error) {
      throw new InvalidAudioError('opus', `a packet of ${packet.length} bytes is damaged`, { cause: error });
    }
  }
}
