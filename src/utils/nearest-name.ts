/**
 * Candidate closest to a misspelt name, or `undefined` when none is close enough to be meant.
 *
 * A name that is only the beginning of a candidate is taken for it, as `min` for `minValue`; not so when `most` says how
 * many letters may differ.
 */
export function nearestName(name: string, candidates: Iterable<string>, most?: number): string | undefined {
  const lower = name.toLowerCase();
  const all = [...candidates];
  let best: string | undefined;
  let bestDistance = (most ?? Math.max(2, Math.floor(name.length / 2))) + 1;
  for (const candidate of all) {
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  if (bestDistance <= 1 || most !== undefined || name.length < 3) return best;
  return all.find((candidate) => candidate.toLowerCase().startsWith(lower)) ?? best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, substitution));
    }
    row = next;
  }
  return row[b.length]!;
}
