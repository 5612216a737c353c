import type { Readable } from 'node:stream';
import { AudioSourceError } from '../../errors/audio-source-error.js';
import { OggOpusDemuxer } from '../formats/ogg-opus-demuxer.js';
import { PcmDemuxer } from '../formats/pcm-demuxer.js';
import type { AudioInput, AudioReader, OpenAudioOptions } from './audio-input.js';
import { DemuxingReader } from './demuxing-reader.js';
import { FfmpegProcess } from './ffmpeg-process.js';

/** How ffmpeg is run. */
export interface FfmpegOptions {
  /** Program to run. Default: `ffmpeg`, found by PATH. */
  readonly ffmpeg?: string;
  /** Arguments before the input, such as `['-reconnect', '1']`. */
  readonly inputArgs?: readonly string[];
  /** Arguments for the output, such as `['-af', 'loudnorm']`. */
  readonly outputArgs?: readonly string[];
  /**
   * What ffmpeg hands over: Opus, ready to be sent, or samples, which an Opus codec then encodes. Default: opus.
   *
   * Samples serve when volume is changed all the time, and with an ffmpeg that has no libopus.
   */
  readonly output?: 'opus' | 'pcm';
  /** Bits per second of Opus. Default: 96000. */
  readonly bitrate?: number;
}

/**
 * How long an address may give nothing, in microseconds: a minute.
 *
 * The player gives up earlier and kills ffmpeg; this is for an ffmpeg whose parent was killed before it could.
 */
const PATIENCE = ['-rw_timeout', '60000000'];

const ADDRESS = /^https?:/i;

/** Plays anything that ffmpeg can read: a path, an address, or bytes. */
export class FfmpegInput implements AudioInput {
  readonly isLive = false;
  readonly isExternal: boolean;
  readonly label: string;
  readonly #input: string | Readable;
  readonly #options: FfmpegOptions;
  #isUsed = false;

  constructor(input: string | Readable, options: FfmpegOptions = {}) {
    this.#input = input;
    this.#options = options;
    this.isExternal = typeof input === 'string';
    this.label = typeof input === 'string' ? labelOf(input) : 'a stream through ffmpeg';
  }

  async open({ startMs = 0 }: OpenAudioOptions): Promise<AudioReader> {
    const isStream = typeof this.#input !== 'string';
    if (isStream && this.#isUsed)
      throw new AudioSourceError(
        this.label,
        'a stream can be read only once. Make a new source for each track.',
      );
    this.#isUsed = true;
    const process = new FfmpegProcess(this.#args(startMs), this.#options.ffmpeg);
    const stopFeeding = isStream ? feed(process, this.#input as Readable) : closeInput(process);
    const close = (): void => {
      process.kill();
      stopFeeding();
    };
    const demuxer = this.#options.output === 'pcm' ? new PcmDemuxer() : new OggOpusDemuxer();
    return new DemuxingReader({ chunks: process.output(), close }, demuxer);
  }

  #args(startMs: number): string[] {
    const { inputArgs = [], outputArgs = [], output = 'opus', bitrate = 96_000 } = this.#options;
    const seek = startMs > 0 ? ['-ss', (startMs / 1000).toFixed(3)] : [];
    const input = typeof this.#input === 'string' ? this.#input : 'pipe:0';
    const sound = ['-map', '0:a:0', '-vn', '-ar', '48000', '-ac', '2'];
    const format =
      output === 'pcm'
        ? ['-f', 's16le']
        : [
            ...'-c:a libopus -frame_duration 20 -page_duration 20000 -f ogg'.split(' '),
            '-b:a',
            String(bitrate),
          ];
    return [
      ...(ADDRESS.test(input) ? PATIENCE : []),
      ...inputArgs,
      ...seek,
      '-i',
      input,
      ...sound,
      ...outputArgs,
      ...format,
      '-flush_packets',
      '1',
      'pipe:1',
    ];
  }
}

/** An address without what follows the question mark, which may be a secret. */
function labelOf(input: string): string {
  return ADDRESS.test(input) ? (input.split(/[?#]/)[0] ?? input) : input;
}

function closeInput(process: FfmpegProcess): () => void {
  process.stdin.end();
  return () => undefined;
}

/** Pours a stream into ffmpeg; gives what stops it. */
function feed(process: FfmpegProcess, stream: Readable): () => void {
  stream.once('error', () => process.stdin.end());
  stream.pipe(process.stdin);
  return () => {
    stream.unpipe(process.stdin);
    stream.destroy();
  };
}
