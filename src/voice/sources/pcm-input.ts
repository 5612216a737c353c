import type { Readable } from 'node:stream';
import { AudioSourceError } from '../../errors/audio-source-error.js';
import { PcmDemuxer } from '../formats/pcm-demuxer.js';
import type { PcmFormat } from '../formats/pcm-format.js';
import { DISCORD_PCM } from '../formats/pcm-format.js';
import type { AudioInput, AudioReader, OpenAudioOptions } from './audio-input.js';
import { DemuxingReader } from './demuxing-reader.js';
import { skipTo } from './skip-to.js';

/** Plays raw samples: from memory as often as wanted, from a stream once. */
export class PcmInput implements AudioInput {
  readonly isLive = false;
  readonly label = 'raw samples';
  readonly #samples: Uint8Array | Readable;
  readonly #format: PcmFormat;
  #isUsed = false;

  constructor(samples: Uint8Array | Int16Array | Readable, format: Partial<PcmFormat> = {}) {
    this.#samples =
      samples instanceof Int16Array
        ? new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
        : samples;
    this.#format = { ...DISCORD_PCM, ...format };
  }

  async open({ startMs = 0 }: OpenAudioOptions): Promise<AudioReader> {
    const reader = new DemuxingReader(this.#bytes(), new PcmDemuxer(this.#format));
    await skipTo(reader, startMs);
    return reader;
  }

  #bytes(): { chunks: AsyncIterator<Uint8Array>; close: () => void } {
    const samples = this.#samples;
    if (samples instanceof Uint8Array) return { chunks: pieces(samples), close: () => undefined };
    if (this.#isUsed)
      throw new AudioSourceError(
        this.label,
        'a stream can be read only once. Make a new source for each track.',
      );
    this.#isUsed = true;
    return { chunks: samples[Symbol.asyncIterator](), close: () => void samples.destroy() };
  }
}

const PIECE_BYTES = 1 << 16;

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
