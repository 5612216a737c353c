import { appendFileSync } from 'node:fs';

/** What a benchmark found: how many times the floor of the same run it took. */
export interface BenchRow {
  readonly name: string;
  readonly ratio: number;
  /** What the figures are, for people. */
  readonly detail?: string;
}

/** Prints a row. */
export function show({ name, ratio, detail = '' }: BenchRow): void {
  console.log(`${name.padEnd(52)} ${ratio.toFixed(2).padStart(7)} ×  ${detail}`);
}

/** Prints a row, and notes it for `npm run bench`, which compares it with the committed baseline. */
export function publish(row: BenchRow): void {
  show(row);
  const { name, ratio } = row;
  const path = process.env['COGWORK_BENCH_RESULTS'];
  if (path !== undefined) appendFileSync(path, `${JSON.stringify({ name, ratio })}\n`);
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
