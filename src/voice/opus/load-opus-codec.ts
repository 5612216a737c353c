import { createRequire } from 'node:module';
import { OpusCodecMissingError } from '../../errors/opus-codec-missing-error.js';
import type { LibraryOpus } from './library-opus-codec.js';
import { LibraryOpusCodec } from './library-opus-codec.js';
import type { OpusCodec } from './opus-codec.js';
import { MAX_PACKET_SAMPLES } from './opus-packet.js';

/** Loads a module by its name, or throws. */
export type LoadModule = (name: string) => unknown;

interface NativeOpus {
  encode(pcm: Buffer): Buffer;
  decode(packet: Buffer): Buffer;
  applyEncoderCTL?(request: number, value: number): void;
}

interface NativeModule {
  readonly OpusEncoder: new (rate: number, channels: number) => NativeOpus;
}

interface ScriptOpus {
  encode(pcm: Buffer, samples: number): Buffer;
  decode(packet: Buffer): Buffer;
  encoderCTL(request: number, value: number): void;
  delete(): void;
}

interface ScriptModule {
  readonly Application: { readonly AUDIO: number };
  new (rate: number, channels: number, application: number): ScriptOpus;
}

const RATE = 48_000;
const CHANNELS = 2;

/** Ways to a codec, fastest first. */
const ways: Readonly<Record<string, (module: unknown) => () => LibraryOpus>> = {
  '@discordjs/opus': fromNative,
  mediaplex: fromNative,
  opusscript: fromScript,
};

/**
 * Loads the first Opus library that is installed: `@discordjs/opus`, `mediaplex` or `opusscript`.
 * @throws OpusCodecMissingError when there is none; its message says what to install.
 */
export function loadOpusCodec(load: LoadModule = createRequire(import.meta.url)): OpusCodec {
  const tried: Record<string, string> = {};
  for (const [name, adapt] of Object.entries(ways)) {
    try {
      const create = adapt(load(name));
      create().free?.(); // a library that loads may still lack its binary
      return new LibraryOpusCodec(name, create);
    } catch (error) {
      tried[name] = reasonOf(error);
    }
  }
  throw new OpusCodecMissingError(tried);
}

function fromNative(module: unknown): () => LibraryOpus {
  const { OpusEncoder } = module as NativeModule;
  return () => {
    const opus = new OpusEncoder(RATE, CHANNELS);
    return {
      encode: (pcm) => opus.encode(pcm),
      decode: (packet) => opus.decode(packet),
      setEncoderOption: (request, value) => opus.applyEncoderCTL?.(request, value),
    };
  };
}

function fromScript(module: unknown): () => LibraryOpus {
  const Script = module as ScriptModule;
  return () => {
    const opus = new Script(RATE, CHANNELS, Script.Application.AUDIO);
    return {
      encode: (pcm, samples) => opus.encode(pcm, samples),
      decode: (packet) => {
        const pcm = opus.decode(packet);
        if (pcm.length > MAX_PACKET_SAMPLES * CHANNELS * 2) throw new RangeError('impossible length');
        return pcm;
      },
      setEncoderOption: (request, value) => opus.encoderCTL(request, value),
      free: () => opus.delete(),
    };
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return 'not installed';
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
