import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { AudioSourceError } from '../../errors/audio-source-error.js';
import type { PcmFormat } from '../formats/pcm-format.js';
import type { AudioInput } from './audio-input.js';
import type { ContainerOptions } from './container-input.js';
import { ContainerInput } from './container-input.js';
import type { FfmpegOptions } from './ffmpeg-input.js';
import { FfmpegInput } from './ffmpeg-input.js';
import type { AudioGenerator } from './generator-input.js';
import { GeneratorInput } from './generator-input.js';
import { PcmInput } from './pcm-input.js';

/** How an address is fetched. */
export interface UrlOptions extends ContainerOptions {
  /** HTTP headers to send along. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** Something to play. */
export type AudioSource = AudioInput;

/**
 * Makes sources of sound.
 *
 * Opus in Ogg or WebM is passed on without being encoded again, and WAV needs no ffmpeg either; what else there is
 * goes through ffmpeg.
 *
 * @example
 * ```ts
 * const track = voice.play(AudioSource.file('song.ogg'));
 * await track.finished;
 * ```
 */
export const AudioSource = {
  /** Plays a file; it can be played again and looped. */
  file(path: string, options: ContainerOptions = {}): AudioSource {
    return new ContainerInput(basename(path), () => openFile(path), options);
  },

  /** Plays a stream of bytes, once. */
  stream(stream: Readable, options: ContainerOptions = {}): AudioSource {
    let isUsed = false;
    const open = async (): Promise<Readable> => {
      if (isUsed)
        throw new AudioSourceError('a stream', 'it can be read only once. Make a new source for each track.');
      isUsed = true;
      return stream;
    };
    return new ContainerInput('a stream', open, options, false);
  },

  /** Plays what an address answers with; it is fetched anew for each track. */
  url(url: string | URL, options: UrlOptions = {}): AudioSource {
    const address = new URL(url);
    return new ContainerInput(
      `${address.origin}${address.pathname}`,
      (signal) => fetchBytes(address, options, signal),
      options,
    );
  },

  /** Plays a file that is in memory. */
  buffer(bytes: Uint8Array, options: ContainerOptions = {}): AudioSource {
    return new ContainerInput('bytes in memory', async () => Readable.from([bytes]), options);
  },

  /** Plays anything that ffmpeg can read: a path, an address, or a stream. */
  ffmpeg(input: string | Readable, options: FfmpegOptions = {}): AudioSource {
    return new FfmpegInput(input, options);
  },

  /** Plays raw samples; 48 kHz, stereo, 16 bits unless said. Needs an Opus codec. */
  pcm(samples: Uint8Array | Int16Array | Readable, format: Partial<PcmFormat> = {}): AudioSource {
    return new PcmInput(samples, format);
  },

  /** Plays what a function generates: Opus packets (`Uint8Array`) or stereo samples (`Int16Array`). */
  generator(generate: AudioGenerator, label?: string): AudioSource {
    return new GeneratorInput(generate, label);
  },
} as const;

async function openFile(path: string): Promise<Readable> {
  const stream = createReadStream(path, { highWaterMark: 1 << 16 });
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve()).once('error', reject);
  });
  return stream;
}

async function fetchBytes(
  url: URL,
  { headers = {}, fetch: get = fetch }: UrlOptions,
  signal: AbortSignal | undefined,
): Promise<Readable> {
  const response = await get(url, { headers, ...(signal && { signal }) });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new AudioSourceError(`${url.origin}${url.pathname}`, `the answer was ${response.status}.`);
  }
  return Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
}
