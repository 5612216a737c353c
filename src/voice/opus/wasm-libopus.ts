/**
 * libopus itself, in the WebAssembly module that the package `@evan/opus` carries.
 *
 * Every library for Opus decodes; none of them passes on the one argument by which libopus takes a lost packet out of
 * the copy in the packet after it. The module exports libopus' functions under their own names, and so does not need to
 * be asked.
 * @see https://opus-codec.org/docs/opus_api-1.5/group__opus__decoder.html
 */
import type { LibraryDecoder, LibraryEncoder, OpusLibrary } from './library-opus-codec.js';
import { MAX_PACKET_SAMPLES } from './opus-packet.js';

/** Functions of libopus; addresses and lengths are numbers of bytes in `memory`. */
interface Libopus {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(bytes: number): number;
  free(address: number): void;
  opus_encoder_get_size(channels: number): number;
  opus_encoder_init(encoder: number, rate: number, channels: number, application: number): number;
  opus_encoder_ctl_set(encoder: number, request: number, value: number): number;
  opus_encode(encoder: number, pcm: number, samples: number, packet: number, maxBytes: number): number;
  opus_decoder_get_size(channels: number): number;
  opus_decoder_init(decoder: number, rate: number, channels: number): number;
  opus_decode(
    decoder: number,
    packet: number,
    length: number,
    pcm: number,
    maxSamples: number,
    readsCopyOfLost: 0 | 1,
  ): number;
}

interface WebAssemblyNamespace {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
  validate(bytes: Uint8Array): boolean;
}

const RATE = 48_000;
const CHANNELS = 2;
const AUDIO = 2049;
const SAMPLE_BYTES = 2 * CHANNELS;
/** A packet of 120 ms whose three frames of 60 ms are as large as they can be is smaller. */
const MAX_PACKET_BYTES = 8192;
/** Lengths of bridged sound are multiples of 2.5 ms. */
const STEP_SAMPLES = 120;

const { Module, Instance, validate } = (globalThis as unknown as { WebAssembly: WebAssemblyNamespace })
  .WebAssembly;

/** One instance of libopus; its encoders and decoders share two pieces of memory for what goes in and comes out. */
export class WasmLibopus implements OpusLibrary {
  readonly canRepair = true;
  readonly #libopus: Libopus;
  readonly #packetAt: number;
  readonly #pcmAt: number;

  constructor(module: Uint8Array) {
    const nothing = (): number => 0;
    const { exports } = new Instance(new Module(module), {
      env: { emscripten_notify_memory_growth: nothing },
      wasi_snapshot_preview1: { fd_seek: nothing, fd_write: nothing, fd_close: nothing, proc_exit: nothing },
    });
    this.#libopus = exports as Libopus;
    this.#libopus._initialize();
    this.#packetAt = this.#libopus.malloc(MAX_PACKET_BYTES);
    this.#pcmAt = this.#libopus.malloc(MAX_PACKET_SAMPLES * SAMPLE_BYTES);
  }

  /** Whether this process can run a module; one for SIMD needs a processor that has it. */
  static canRun(module: Uint8Array): boolean {
    return validate(module);
  }

  createEncoder(): LibraryEncoder {
    const { malloc, free, opus_encoder_get_size, opus_encoder_init, opus_encoder_ctl_set } = this.#libopus;
    const encoder = malloc(opus_encoder_get_size(CHANNELS));
    opus_encoder_init(encoder, RATE, CHANNELS, AUDIO);
    return {
      encode: (pcm, samples) => this.#encode(encoder, pcm, samples),
      set: (request, value) => void checked(opus_encoder_ctl_set(encoder, request, value)),
      free: () => free(encoder),
    };
  }

  createDecoder(): LibraryDecoder {
    const { malloc, free, opus_decoder_get_size, opus_decoder_init } = this.#libopus;
    const decoder = malloc(opus_decoder_get_size(CHANNELS));
    opus_decoder_init(decoder, RATE, CHANNELS);
    return {
      decode: (packet) => this.#decode(decoder, packet, MAX_PACKET_SAMPLES, 0),
      conceal: (samples, next) => this.#bridge(decoder, samples, next),
      free: () => free(decoder),
    };
  }

  #encode(encoder: number, pcm: Uint8Array, samples: number): Uint8Array {
    const { memory, opus_encode } = this.#libopus;
    if (samples > MAX_PACKET_SAMPLES) throw new RangeError(`${samples} samples are too long for a packet`);
    new Uint8Array(memory.buffer, this.#pcmAt, pcm.length).set(pcm);
    const bytes = checked(opus_encode(encoder, this.#pcmAt, samples, this.#packetAt, MAX_PACKET_BYTES));
    return new Uint8Array(memory.buffer, this.#packetAt, bytes).slice();
  }

  /** Bridges piece by piece; the copy of what was lost is the end of the last piece. */
  #bridge(decoder: number, samples: number, next: Uint8Array | undefined): Uint8Array {
    const pcm = new Uint8Array(samples * SAMPLE_BYTES);
    for (let at = 0; at < samples; at += MAX_PACKET_SAMPLES) {
      const left = samples - at;
      const piece = Math.ceil(Math.min(left, MAX_PACKET_SAMPLES) / STEP_SAMPLES) * STEP_SAMPLES;
      const copy = left <= MAX_PACKET_SAMPLES ? next : undefined;
      const sound = this.#decode(decoder, copy, piece, copy ? 1 : 0);
      pcm.set(sound.subarray(0, left * SAMPLE_BYTES), at * SAMPLE_BYTES);
    }
    return pcm;
  }

  #decode(decoder: number, packet: Uint8Array | undefined, maxSamples: number, readsCopy: 0 | 1): Uint8Array {
    const { memory, opus_decode } = this.#libopus;
    const length = packet?.length ?? 0;
    if (length > MAX_PACKET_BYTES) throw new RangeError(`${length} bytes are too long for a packet`);
    // Made anew each time: when memory grows, what looks into it is cut off.
    if (packet) new Uint8Array(memory.buffer, this.#packetAt, length).set(packet);
    const at = packet ? this.#packetAt : 0;
    const samples = checked(opus_decode(decoder, at, length, this.#pcmAt, maxSamples, readsCopy));
    return new Uint8Array(memory.buffer, this.#pcmAt, samples * SAMPLE_BYTES);
  }
}

function checked(result: number): number {
  if (result < 0) throw new RangeError(`libopus gave error ${result}`);
  return result;
}
