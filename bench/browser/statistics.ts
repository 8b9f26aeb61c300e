/**
 * The value below which a part `p` of the values lies (nearest rank, so it is one of them).
 *
 * @requires at least one value; 0 < p ≤ 1.
 */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.ceil(p * sorted.length) - 1];
  if (value === undefined) throw new RangeError('a percentile of nothing');
  return value;
}

/** How often something happened a second, from the times of its happenings in ms. */
export function rateOf(timesMs: readonly number[]): number {
  const [first, last] = [timesMs[0], timesMs.at(-1)];
  if (first === undefined || last === undefined || last <= first) return 0;
  return ((timesMs.length - 1) * 1000) / (last - first);
}
