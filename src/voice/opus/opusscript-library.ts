/**
 * opusscript, without its own wrapper.
 *
 * That one (0.1.1) writes to twice the addresses that it was given, which is somebody else's memory as soon as there are
 * a few encoders and decoders. So its module is called here directly. The module wants each byte of samples in two.
 */
import type { LibraryDecoder, LibraryEncoder, OpusLibrary } from './library-opus-codec.js';
import { FRAME_SAMPLES, MAX_PACKET_SAMPLES } from './opus-packet.js';

interface Handler {
  _encode(pcm: number, bytes: number, packet: number, samples: number): number;
  _decode(packet: number, bytes: number, pcm: number): number;
  _encoder_ctl(request: number, value: number): number;
}

interface ScriptModule {
  readonly HEAPU8: Uint8Array;
  readonly OpusScriptHandler: {
    new (rate: number, channels: number, application: number): Handler;
    destroy_handler(handler: Handler): void;
  };
  _malloc(bytes: number): number;
}

/** Makes a module; that of WebAssembly in opusscript's folder. */
export type CreateScriptModule = () => ScriptModule;

const CHANNELS = 2;
const AUDIO = 2049;
const MAX_PACKET_BYTES = 8192;
const PCM_BYTES = MAX_PACKET_SAMPLES * CHANNELS * 2;

/** Library of a module; its encoders and decoders share two pieces of memory for what goes in and comes out. */
export function opusscriptLibrary(createModule: CreateScriptModule): OpusLibrary {
  const module = createModule();
  const pcmAt = module._malloc(PCM_BYTES * 2);
  const packetAt = module._malloc(MAX_PACKET_BYTES);
  const pcm = (bytes: number): Uint16Array => new Uint16Array(module.HEAPU8.buffer, pcmAt, bytes);
  const packet = (bytes: number): Uint8Array => module.HEAPU8.subarray(packetAt, packetAt + bytes);

  const create = (): LibraryEncoder & LibraryDecoder => {
    const handler = new module.OpusScriptHandler(48_000, CHANNELS, AUDIO);
    return {
      encode: (samples, count) => {
        if (count > FRAME_SAMPLES)
          throw new RangeError(`${count} samples are more than opusscript can encode`);
        pcm(samples.length).set(samples);
        return packet(checked(handler._encode(pcmAt, samples.length, packetAt, count))).slice();
      },
      decode: (bytes) => {
        if (bytes.length > MAX_PACKET_BYTES) throw new RangeError(`${bytes.length} bytes are too long`);
        packet(bytes.length).set(bytes);
        const samples = checked(handler._decode(packetAt, bytes.length, pcmAt));
        return Uint8Array.from(pcm(samples * CHANNELS * 2));
      },
      set: (request, value) => void checked(handler._encoder_ctl(request, value)),
      free: () => module.OpusScriptHandler.destroy_handler(handler),
    };
  };
  return { createEncoder: create, createDecoder: create };
}

function checked(result: number): number {
  if (result < 0) throw new RangeError(`libopus gave error ${result}`);
  return result;
}
