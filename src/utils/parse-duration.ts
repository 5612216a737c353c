const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * Milliseconds of a duration such as `'15m'`, `'1h30m'`, `'250ms'`; a number is milliseconds already.
 *
 * Returns `undefined` when the text is not a duration.
 */
export function parseDurationMs(duration: string | number): number | undefined {
  if (typeof duration === 'number') return Number.isFinite(duration) ? duration : undefined;
  const text = duration.replace(/\s+/g, '').toLowerCase();
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d|w))+$/.test(text)) return undefined;
  let totalMs = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g)) {
    totalMs += Number(amount) * UNIT_MS[unit!]!;
  }
  return totalMs;
}
