/**
 * Changes the rate of stereo sound to 48 kHz.
 *
 * Each output sample is a weighted sum of the input samples around it; the weights are a sinc under a Blackman window,
 * which keeps what both rates can carry and drops what would fold back. Weights are tabled, finely enough that a
 * nearest entry is as good as an exact one in 16 bits.
 * @see https://ccrma.stanford.edu/~jos/resample/
 */
const TARGET_RATE = 48_000;
/** Zero crossings of the sinc on each side. */
const HALF_WIDTH = 16;
const STEPS = 512;

const kernel = Float64Array.from({ length: HALF_WIDTH * STEPS + 1 }, (_, index) => {
  const x = index / STEPS;
  const window =
    0.42 + 0.5 * Math.cos((Math.PI * x) / HALF_WIDTH) + 0.08 * Math.cos((2 * Math.PI * x) / HALF_WIDTH);
  return window * (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
});

/** Takes interleaved stereo of any rate, gives interleaved stereo of 48 kHz. */
export class Resampler {
  readonly #step: number;
  /** Cut-off in relation to the input's rate: below one only when there are more input samples than output ones. */
  readonly #scale: number;
  readonly #reach: number;
  #input: Float32Array;
  /** Where in `#input` the next output sample lies. */
  #at: number;

  constructor(rate: number) {
    this.#step = rate / TARGET_RATE;
    this.#scale = Math.min(1, 1 / this.#step);
    this.#reach = Math.ceil(HALF_WIDTH / this.#scale);
    this.#input = new Float32Array(this.#reach * 2);
    this.#at = this.#reach;
  }

  push(stereo: Float32Array): Float32Array {
    if (this.#step === 1) return stereo;
    const input = new Float32Array(this.#input.length + stereo.length);
    input.set(this.#input);
    input.set(stereo, this.#input.length);
    const last = input.length / 2 - this.#reach;
    const count = Math.max(0, Math.ceil((last - this.#at) / this.#step));
    const output = new Float32Array(count * 2);
    for (let index = 0; index < count; index++) {
      this.#weigh(input, output, index);
      this.#at += this.#step;
    }
    const keepFrom = Math.max(0, Math.floor(this.#at) - this.#reach);
    this.#input = input.slice(keepFrom * 2);
    this.#at -= keepFrom;
    return output;
  }

  /** What is left when no more input follows. */
  end(): Float32Array {
    return this.#step === 1 ? new Float32Array() : this.push(new Float32Array(this.#reach * 2));
  }

  #weigh(input: Float32Array, output: Float32Array, index: number): void {
    const centre = this.#at;
    const from = Math.ceil(centre - this.#reach);
    const to = Math.floor(centre + this.#reach);
    let left = 0;
    let right = 0;
    for (let at = Math.max(0, from); at <= to; at++) {
      const weight = kernel[Math.round(Math.abs(at - centre) * this.#scale * STEPS)] ?? 0;
      left += weight * (input[at * 2] ?? 0);
      right += weight * (input[at * 2 + 1] ?? 0);
    }
    output[index * 2] = left * this.#scale;
    output[index * 2 + 1] = right * this.#scale;
  }
}
