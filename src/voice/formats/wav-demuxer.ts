import { InvalidAudioError } from '../../errors/invalid-audio-error.js';
import { ByteQueue } from './byte-queue.js';
import type { DemuxedAudio, Demuxer } from './demuxer.js';
import { PcmDemuxer } from './pcm-demuxer.js';
import type { PcmFormat, SampleType } from './pcm-format.js';

const RIFF_LENGTH = 12;
const CHUNK_HEAD_LENGTH = 8;
const MAX_FORMAT_LENGTH = 4096;
const EXTENSIBLE = 0xfffe;

/** Sample types by format code and bits. */
const sampleTypes: Readonly<Record<string, SampleType>> = {
  '1/8': 'u8',
  '1/16': 's16',
  '1/24': 's24',
  '1/32': 's32',
  '3/32': 'f32',
  '3/64': 'f64',
};

/**
 * Reads WAV files: whole numbers of 8 to 32 bits or floating point, any rate, any number of channels.
 *
 * A length that was not known while writing is taken to be all that follows.
 */
export class WavDemuxer implements Demuxer {
  readonly #bytes = new ByteQueue();
  #isBegun = false;
  #toSkip = 0;
  #pcm: PcmDemuxer | undefined;
  /** Bytes of sound still to come; `undefined` before it begins. */
  #soundBytes: number | undefined;

  push(chunk: Uint8Array): readonly DemuxedAudio[] {
    this.#bytes.push(chunk);
    while (this.#soundBytes === undefined) if (!this.#readChunk()) return [];
    const length = Math.min(this.#bytes.length, this.#soundBytes);
    this.#soundBytes -= length;
    const sound = this.#bytes.take(length);
    this.#bytes.skip(this.#bytes.length); // what follows the sound is of no use
    return this.#pcm!.push(sound);
  }

  end(): readonly DemuxedAudio[] {
    if (this.#pcm === undefined || this.#soundBytes === undefined)
      throw new InvalidAudioError('wav', 'it ends before its sound begins');
    return this.#pcm.end();
  }

  /** Reads up to the sound; false when more bytes are needed. */
  #readChunk(): boolean {
    this.#toSkip = this.#bytes.skipArrived(this.#toSkip);
    if (this.#toSkip > 0) return false;
    if (!this.#isBegun) return this.#readRiff();
    if (this.#bytes.length < CHUNK_HEAD_LENGTH) return false;
    const head = this.#bytes.peek(CHUNK_HEAD_LENGTH);
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    if (name === 'fmt ') return this.#readFormat(length);
    this.#bytes.skip(CHUNK_HEAD_LENGTH);
    if (name === 'data') this.#beginSound(length);
    else this.#toSkip = length + (length % 2);
    return true;
  }

  #readRiff(): boolean {
    if (this.#bytes.length < RIFF_LENGTH) return false;
    const head = this.#bytes.take(RIFF_LENGTH).toString('latin1');
    if (!/^(RIFF|RF64)/.test(head) || !head.endsWith('WAVE'))
      throw new InvalidAudioError('wav', 'it does not begin with RIFF and WAVE');
    this.#isBegun = true;
    return true;
  }

  #readFormat(length: number): boolean {
    if (length < 16 || length > MAX_FORMAT_LENGTH)
      throw new InvalidAudioError('wav', `its format takes ${length} bytes`);
    const padded = length + (length % 2);
    if (this.#bytes.length < CHUNK_HEAD_LENGTH + padded) return false;
    this.#bytes.skip(CHUNK_HEAD_LENGTH);
    this.#pcm = new PcmDemuxer(readFormat(this.#bytes.take(padded)));
    return true;
  }

  #beginSound(length: number): void {
    if (this.#pcm === undefined) throw new InvalidAudioError('wav', 'its sound comes before its format');
    this.#soundBytes = length === 0 || length === 0xffff_ffff ? Number.POSITIVE_INFINITY : length;
  }
}

function readFormat(bytes: Buffer): PcmFormat {
  const outer = bytes.readUInt16LE(0);
  const code = outer === EXTENSIBLE && bytes.length >= 26 ? bytes.readUInt16LE(24) : outer;
  const bits = bytes.readUInt16LE(14);
  const samples = sampleTypes[`${code}/${bits}`];
  if (samples === undefined) throw new InvalidAudioError('wav', `samples of kind ${code} with ${bits} bits`);
  return { samples, channels: bytes.readUInt16LE(2), rate: bytes.readUInt32LE(4) };
}
