import { median, publish } from './results.js';

/** Does some work; gives how many units of it. */
export type Run = () => number | Promise<number>;

/** Things to measure against a floor. */
export interface Contest {
  readonly floor: Run;
  readonly others: Readonly<Record<string, Run>>;
  readonly rounds?: number;
}

/**
 * Runs the floor and the others by turns and publishes the median ratio of each, by CPU time for one unit.
 *
 * One round measures all of them shortly one after the other, so that what disturbs the machine disturbs all of them.
 */
export async function contest({ floor, others, rounds = 11 }: Contest): Promise<void> {
  const ratios = new Map<string, number[]>(Object.keys(others).map((name) => [name, []]));
  const times = new Map<string, number[]>(Object.keys(others).map((name) => [name, []]));
  for (let round = 0; round < rounds + 2; round++) {
    const floorNs = await nsOfOne(floor);
    for (const [name, run] of Object.entries(others)) {
      const ns = await nsOfOne(run);
      if (round < 2) continue; // warming up
      ratios.get(name)!.push(ns / floorNs);
      times.get(name)!.push(ns);
    }
  }
  for (const [name, values] of ratios) {
    publish({ name, ratio: median(values), detail: `${(median(times.get(name)!) / 1000).toFixed(2)} µs` });
  }
}

/** CPU nanoseconds that one unit takes. */
export async function nsOfOne(run: Run): Promise<number> {
  // A full collection would throw away what the compiler has learnt, and each round would begin cold.
  globalThis.gc?.({ type: 'minor' });
  const before = process.cpuUsage();
  const units = await run();
  const { user, system } = process.cpuUsage(before);
  if (units <= 0) throw new Error('nothing was measured');
  return ((user + system) * 1000) / units;
}
