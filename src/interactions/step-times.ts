import type { Clock } from '../utils/clock.js';

/** When an interaction came to each step of its handler: so that a late answer can say what was slow. */
export class StepTimes {
  readonly #clock: Clock;
  readonly #steps: { readonly name: string; readonly atMs: number }[];

  constructor(clock: Clock, receivedAtMs: number) {
    this.#clock = clock;
    this.#steps = [{ name: 'the way to its handler', atMs: receivedAtMs }];
  }

  /** Notes that a step begins. */
  enter(name: string): void {
    this.#steps.push({ name, atMs: this.#clock.now() });
  }

  /** `3.2 s had gone by since it came, 3.1 s of them in its checks`. */
  toString(): string {
    const nowMs = this.#clock.now();
    const durations = this.#steps.map(({ name, atMs }, index) => ({
      name,
      durationMs: (this.#steps[index + 1]?.atMs ?? nowMs) - atMs,
    }));
    const slowest = durations.reduce((slow, step) => (step.durationMs > slow.durationMs ? step : slow));
    const elapsedMs = nowMs - this.#steps[0]!.atMs;
    return `${seconds(elapsedMs)} had gone by since it came, ${seconds(slowest.durationMs)} of them in ${slowest.name}`;
  }
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}
