import { setTimeout as wait } from 'node:timers/promises';

/** Growth that counts as a leak, in bytes of heap between the first and the last third of the run. */
const LEAK_BYTES = 8 * 1024 * 1024;

/** Heap of the bot over the run. */
export class MemoryWatch {
  readonly #samples: number[] = [];

  /** Takes a sample at each of `count` equal steps of the run. */
  async watch(heapBytes: () => Promise<number>, totalMs: number, count = 30): Promise<void> {
    for (let taken = 0; taken < count; taken++) {
      await wait(totalMs / count);
      this.#samples.push(await heapBytes());
    }
  }

  /** Median of the first third and of the last: warming up and single peaks do not count. */
  get growthBytes(): number {
    const third = Math.floor(this.#samples.length / 3);
    return median(this.#samples.slice(-third)) - median(this.#samples.slice(0, third));
  }

  get problems(): string[] {
    return this.growthBytes > LEAK_BYTES ? [`The bot's memory grows: ${this}.`] : [];
  }

  toString(): string {
    const [first = 0, last = 0] = [this.#samples[0], this.#samples.at(-1)];
    return `heap ${megabytes(first)} at first, ${megabytes(last)} at last, growth ${megabytes(this.growthBytes)}`;
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
