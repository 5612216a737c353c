/**
 * Bridges a loss without asking the decoder: what was heard last runs backwards, so that it joins without a click, and
 * fades over 20 ms; after that there is silence.
 */
export class FadingEcho {
  #last = new Int16Array();

  /** Remembers what was heard: interleaved stereo. */
  hear(pcm: Int16Array): void {
    this.#last = pcm.slice(); // whoever got it may change it
  }

  /** Gives what bridges a loss, in samples per channel. */
  fade(samples: number): Int16Array {
    const pcm = new Int16Array(samples * 2);
    const length = this.#last.length / 2;
    const audible = Math.min(samples, length);
    for (let at = 0; at < audible; at++) {
      const loudness = 1 - at / length;
      const from = (length - 1 - at) * 2;
      pcm[at * 2] = this.#last[from]! * loudness;
      pcm[at * 2 + 1] = this.#last[from + 1]! * loudness;
    }
    this.#last = new Int16Array();
    return pcm;
  }
}
