import { InvalidAudioError } from '../../errors/invalid-audio-error.js';
import { ByteQueue } from './byte-queue.js';
import type { DemuxedAudio, Demuxer } from './demuxer.js';
import type { PcmFormat } from './pcm-format.js';
import { bytesPerSample, DISCORD_PCM, toInt16, toStereo } from './pcm-format.js';
import { Resampler } from './resampler.js';

/** Turns raw samples of any kind into what Discord speaks. */
export class PcmDemuxer implements Demuxer {
  readonly #format: PcmFormat;
  readonly #bytes = new ByteQueue();
  readonly #resampler: Resampler;
  readonly #isDiscords: boolean;

  /** Throws `InvalidAudioError` for a format that no sound has. */
  constructor(format: PcmFormat = DISCORD_PCM) {
    const { rate, channels, samples } = format;
    if (!(rate >= 1000 && rate <= 768_000) || !(channels >= 1 && channels <= 64))
      throw new InvalidAudioError('wav', `${channels} channels at ${rate} Hz`);
    this.#format = format;
    this.#resampler = new Resampler(rate);
    this.#isDiscords = rate === DISCORD_PCM.rate && channels === DISCORD_PCM.channels && samples === 's16';
  }

  push(chunk: Uint8Array): DemuxedAudio[] {
    this.#bytes.push(chunk);
    const stride = bytesPerSample(this.#format);
    const bytes = this.#bytes.take(this.#bytes.length - (this.#bytes.length % stride));
    return this.#give(this.#isDiscords ? copyInt16(bytes) : this.#convert(bytes));
  }

  end(): DemuxedAudio[] {
    return this.#isDiscords ? [] : this.#give(toInt16(this.#resampler.end()));
  }

  #convert(bytes: Buffer): Int16Array {
    return toInt16(this.#resampler.push(toStereo(bytes, this.#format)));
  }

  #give(samples: Int16Array): DemuxedAudio[] {
    return samples.length > 0 ? [{ kind: 'pcm', samples }] : [];
  }
}

/** Copied, because samples need an even address and the bytes may be somebody else's. */
function copyInt16(bytes: Buffer): Int16Array {
  return new Int16Array(Uint8Array.prototype.slice.call(bytes).buffer);
}
