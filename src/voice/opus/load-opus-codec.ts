import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { OpusCodecMissingError } from '../../errors/opus-codec-missing-error.js';
import type { LibraryDecoder, LibraryEncoder, OpusLibrary } from './library-opus-codec.js';
import { LibraryOpusCodec } from './library-opus-codec.js';
import type { OpusCodec } from './opus-codec.js';
import type { CreateScriptModule } from './opusscript-library.js';
import { opusscriptLibrary } from './opusscript-library.js';
import { WasmLibopus } from './wasm-libopus.js';

/** Loads a module by its name, or throws; finds a file of a package by its path. */
export interface LoadModule {
  (name: string): unknown;
  /** Path that a name leads to. */
  resolve?(path: string): string;
}

interface NativeOpus {
  encode(pcm: Buffer): Buffer;
  decode(packet: Buffer): Buffer;
  applyEncoderCTL?(request: number, value: number): void;
  /** As mediaplex spells it. */
  applyEncoderCtl?(request: number, value: number): void;
}

interface NativeModule {
  readonly OpusEncoder: new (rate: number, channels: number) => NativeOpus;
}

const RATE = 48_000;
const CHANNELS = 2;

/** Ways to a codec, fastest first. */
const ways: Readonly<Record<string, (load: LoadModule) => OpusLibrary>> = {
  '@discordjs/opus': (load) => fromNative(load('@discordjs/opus')),
  /** mediaplex (1.0.0) makes the loudest possible noise where a packet of speech is lost. */
  mediaplex: (load) => ({ ...fromNative(load('mediaplex')), cannotBridgeSpeech: true }),
  '@evan/opus': (load) => new WasmLibopus(readWasm(load)),
  opusscript: (load) =>
    opusscriptLibrary(load('opusscript/build/opusscript_native_wasm.js') as CreateScriptModule),
};

/** Packages of which one is needed, in the order in which they are tried. */
export const OPUS_PACKAGES: readonly string[] = Object.keys(ways);

/** Package that decodes for all others where it is installed, because it alone repairs losses. */
const REPAIRING_PACKAGE = '@evan/opus';

/**
 * Loads the first Opus library that is installed: `@discordjs/opus`, `mediaplex`, `@evan/opus` or `opusscript`.
 *
 * Where `@evan/opus` is there beside a faster one, that one encodes and `@evan/opus` decodes.
 * @throws {OpusCodecMissingError} when there is none; its message says what to install.
 */
export function loadOpusCodec(load: LoadModule = createRequire(import.meta.url)): OpusCodec {
  const tried: Record<string, string> = {};
  for (const name of OPUS_PACKAGES) {
    const library = tryToLoad(name, load, tried);
    if (library === undefined) continue;
    const repairing = library.canRepair ? undefined : tryToLoad(REPAIRING_PACKAGE, load, tried);
    if (repairing === undefined) return new LibraryOpusCodec(name, library);
    return new LibraryOpusCodec(`${name} and ${REPAIRING_PACKAGE}`, library, repairing);
  }
  throw new OpusCodecMissingError(tried);
}

function tryToLoad(name: string, load: LoadModule, tried: Record<string, string>): OpusLibrary | undefined {
  try {
    const library = ways[name]!(load);
    library.createEncoder().free?.(); // a library that loads may still lack its binary
    library.createDecoder().free?.();
    return library;
  } catch (error) {
    tried[name] = reasonOf(error, name);
    return undefined;
  }
}

function readWasm(load: LoadModule): Buffer {
  if (!load.resolve) throw Object.assign(new Error('not found'), { code: 'MODULE_NOT_FOUND' });
  const fast = readFileSync(load.resolve('@evan/opus/wasm/simd.wasm'));
  return WasmLibopus.canRun(fast) ? fast : readFileSync(load.resolve('@evan/opus/wasm/opus.wasm'));
}

function fromNative(module: unknown): OpusLibrary {
  const { OpusEncoder } = module as NativeModule;
  const create = (): LibraryEncoder & LibraryDecoder => {
    const opus = new OpusEncoder(RATE, CHANNELS);
    const set = opus.applyEncoderCTL ?? opus.applyEncoderCtl;
    return {
      encode: (pcm) => opus.encode(pcm),
      decode: (packet) => opus.decode(packet),
      set: (request, value) => set?.call(opus, request, value),
    };
  };
  return { createEncoder: create, createDecoder: create };
}

/** Why a package did not load; one that is installed lacks what it loads itself: its binary for the platform. */
function reasonOf(error: unknown, name: string): string {
  const { code, message = String(error) } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (code !== 'MODULE_NOT_FOUND') return message.split('\n')[0] ?? '';
  const isInstalled = /^Cannot find module '/.test(message) && !message.includes(`module '${name}`);
  return isInstalled ? `installed without its binary: npm rebuild ${name}` : 'not installed';
}
