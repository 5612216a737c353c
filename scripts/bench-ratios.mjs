/** What ratios of benchmarks are held to: a map from the name of each row to how many times the floor it took. */

/** How much worse a ratio may be: what a busy machine does to a median. */
const TOLERANCE = 1.15;
/** How often a benchmark is run: for the median that is noted, and before a row counts as slower. */
export const TRIES = 3;

/** Median of each row over several runs. */
export function medians(runs) {
  const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  return new Map(
    [...runs[0].keys()].map((row) => [row, Number(middle(runs.map((ratios) => ratios.get(row))).toFixed(3))]),
  );
}

/** Rows that were too slow in each of the tries; one good run is enough, because only the machine can spoil it. */
export function slowerRows(measure, known) {
  const best = new Map();
  for (let attempt = 1; ; attempt++) {
    for (const [row, ratio] of measure())
      best.set(row, Math.min(ratio, best.get(row) ?? Number.POSITIVE_INFINITY));
    const slower = [...best].filter(([row, ratio]) => known.has(row) && ratio > known.get(row) * TOLERANCE);
    if (slower.length === 0 || attempt === TRIES)
      return slower.map(([row, ratio]) => ({ row, ratio, known: known.get(row) }));
    console.log(`(again: ${slower.map(([row]) => row).join('; ')})`);
  }
}
