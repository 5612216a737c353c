import { SAMPLES_PER_SECOND } from '../opus/opus-packet.js';

/** How loud a track is, and the way to how loud it shall be. */
export class Volume {
  #from: number;
  #to: number;
  #doneSamples = 0;
  #fadeSamples = 0;
  #onDone: (() => void) | undefined;

  constructor(volume = 1) {
    this.#from = volume;
    this.#to = volume;
  }

  /** Volume at this moment: 1 is as it was recorded. */
  get now(): number {
    if (this.#doneSamples >= this.#fadeSamples) return this.#to;
    return this.#from + ((this.#to - this.#from) * this.#doneSamples) / this.#fadeSamples;
  }

  /** Whether sound passes through unchanged. */
  get isNeutral(): boolean {
    return this.#to === 1 && this.#doneSamples >= this.#fadeSamples;
  }

  /** Goes to another volume over `durationMs` of sound; resolves there, or when something else is asked for. */
  fadeTo(volume: number, durationMs = 0): Promise<void> {
    this.#from = this.now;
    this.#to = volume;
    this.#doneSamples = 0;
    this.#fadeSamples = (durationMs * SAMPLES_PER_SECOND) / 1000;
    this.settle();
    if (durationMs <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onDone = resolve;
    });
  }

  /** Lets whoever waits for a fade go on. */
  settle(): void {
    this.#onDone?.();
    this.#onDone = undefined;
  }

  /** Scales interleaved stereo in place, and goes on with the fade. */
  apply(pcm: Int16Array): void {
    for (let at = 0; at < pcm.length; at += 2) {
      const volume = this.now;
      pcm[at] = clip(pcm[at]! * volume);
      pcm[at + 1] = clip(pcm[at + 1]! * volume);
      if (this.#doneSamples < this.#fadeSamples) this.#doneSamples += 1;
    }
    if (this.#doneSamples >= this.#fadeSamples) this.settle();
  }
}

function clip(sample: number): number {
  return Math.max(-32_768, Math.min(32_767, Math.round(sample)));
}
