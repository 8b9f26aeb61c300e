/**
 * The chance that a standard normal value is at most z. Right to 1.2e-7 of itself, in the far
 * tail too (Chebyshev fit of erfc; Press et al., Numerical Recipes, 2nd edition, 6.2).
 */
export function normalBelow(z: number): number {
  const x = z / Math.SQRT2;
  return x < 0 ? 0.5 * erfcOf(-x) : 1 - 0.5 * erfcOf(x);
}

const CHEBYSHEV = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

/** @requires x ≥ 0. */
function erfcOf(x: number): number {
  const t = 1 / (1 + 0.5 * x);
  const polynomial = CHEBYSHEV.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-x * x + polynomial);
}

/** The value below which a standard normal one lies with this chance. */
export function normalQuantile(chance: number): number {
  return bisect((z) => normalBelow(z), chance, -40, 40);
}

/** Where a rising function reaches a value. */
export function bisect(
  rising: (x: number) => number,
  value: number,
  from: number,
  to: number,
): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
