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

/** The same from below: were the true rate any lower, so many would hardly have been seen. */
export function lower95(seen: number, tried: number): number {
  return 1 - upper95(tried - seen, tried);
}

/** The chance of at most so many of `tried` at this rate (binomial), summed by logarithms. */
function atMost(seen: number, tried: number, rate: number): number {
  const [logRate, logRest] = [Math.log(rate), Math.log1p(-rate)];
  let logChoices = 0;
  let sum = Math.exp(tried * logRest);
  for (let k = 1; k <= seen; k += 1) {
    logChoices += Math.log((tried - k + 1) / k);
    sum += Math.exp(logChoices + k * logRate + (tried - k) * logRest);
  }
  return sum;
}
