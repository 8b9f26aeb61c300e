/**
 * Clopper and Pearson's exact upper bound, one-sided at 95 %: were the true rate any higher, so
 * few would have been seen in less than one run of twenty.
 *
 * @requires 0 ≤ seen ≤ tried.
 * @returns 0…1; 1 where nothing was tried.
 */
export function upper95(seen: number, tried: number): number {
  if (seen >= tried) return 1;
  let [low, high] = [seen / tried, 1];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (atMost(seen, tried, middle) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}

/** The chance of at most so many of `tried` at this rate (binomial). */
function atMost(seen: number, tried: number, rate: number): number {
  let term = (1 - rate) ** tried;
  let sum = term;
  for (let k = 1; k <= seen; k += 1) {
    term *= ((tried - k + 1) / k) * (rate / (1 - rate));
    sum += term;
  }
  return sum;
}
