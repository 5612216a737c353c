import { Readable } from 'node:stream';
import { AudioSourceError } from '../../errors/audio-source-error.js';
import type { Container } from '../formats/detect-container.js';
import { createDemuxer, DETECTION_BYTES, detectContainer } from '../formats/detect-container.js';
import type { AudioInput, AudioReader, OpenAudioOptions } from './audio-input.js';
import { DemuxingReader } from './demuxing-reader.js';
import type { FfmpegOptions } from './ffmpeg-input.js';
import { FfmpegInput } from './ffmpeg-input.js';
import { skipTo } from './skip-to.js';

/** How a file, an address or a stream is read. */
export interface ContainerOptions extends FfmpegOptions {
  /** What it is, when that is known. Default: told from its first bytes; what is not Ogg, WebM or WAV goes to ffmpeg. */
  readonly type?: Container | 'any';
}

/** Where the bytes come from; called for each track anew. */
export type OpenBytes = (signal: AbortSignal | undefined) => Promise<Readable>;

/**
 * Plays bytes whose container is told by their beginning.
 *
 * Ogg, WebM and WAV are read here, Opus passes through as it is; everything else is poured into ffmpeg.
 */
export class ContainerInput implements AudioInput {
  readonly isLive = false;
  readonly isExternal: boolean;
  readonly label: string;
  readonly #openBytes: OpenBytes;
  readonly #options: ContainerOptions;

  constructor(label: string, openBytes: OpenBytes, options: ContainerOptions = {}, isExternal = true) {
    this.label = label;
    this.isExternal = isExternal;
    this.#openBytes = openBytes;
    this.#options = options;
  }

  async open(options: OpenAudioOptions): Promise<AudioReader> {
    const stream = await this.#openStream(options.signal);
    const { type } = this.#options;
    const { start, rest } = await this.#readStart(stream);
    const container = type === undefined ? detectContainer(start) : type;
    if (container === undefined || container === 'any')
      return this.#openWithFfmpeg(start, rest, stream, options);
    const close = (): void => void stream.destroy();
    const reader = new DemuxingReader({ chunks: withStart(start, rest), close }, createDemuxer(container));
    if (options.startMs !== undefined) await skipTo(reader, options.startMs);
    return reader;
  }

  async #openStream(signal: AbortSignal | undefined): Promise<Readable> {
    try {
      return await this.#openBytes(signal);
    } catch (error) {
      throw this.#asSourceError(error);
    }
  }

  async #readStart(stream: Readable): Promise<{ start: Buffer; rest: AsyncIterator<Uint8Array> }> {
    const rest = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    let start = Buffer.alloc(0);
    try {
      while (start.length < DETECTION_BYTES) {
        const { value, done } = await rest.next();
        if (done === true) break;
        start = Buffer.concat([start, Buffer.from(value)]);
      }
      return { start, rest };
    } catch (error) {
      stream.destroy();
      throw this.#asSourceError(error);
    }
  }

  #openWithFfmpeg(
    start: Buffer,
    rest: AsyncIterator<Uint8Array>,
    stream: Readable,
    options: OpenAudioOptions,
  ): Promise<AudioReader> {
    const bytes = Readable.from(withStart(start, rest), { objectMode: false });
    bytes.once('close', () => stream.destroy());
    return new FfmpegInput(bytes, this.#options).open(options);
  }

  #asSourceError(error: unknown): AudioSourceError {
    if (error instanceof AudioSourceError) return error;
    const reason = error instanceof Error ? error.message : String(error);
    return new AudioSourceError(this.label, reason, { cause: error });
  }
}

async function* withStart(start: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
