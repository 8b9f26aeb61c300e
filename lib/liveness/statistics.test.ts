import { describe, expect, it } from 'vitest';
import { leastSquares, mean, median } from './statistics';

describe('median and mean', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[5], 5],
    [[], NaN],
  ])('median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

  it('mean of nothing is nothing', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNaN();
  });
});

/** An undefined result fails, as does one with too few or too many terms. */
function expectTerms(terms: readonly number[] | undefined, expected: readonly number[]): void {
  expect(terms).toEqual(expected.map((term) => expect.closeTo(term, 9) as number));
}

describe('leastSquares', () => {
  it('finds what made the observations', () => {
    const rows = Array.from({ length: 30 }, (_, i) => [1, Math.sin(i), i / 10]);
    const y = rows.map(([a = 0, b = 0, c = 0]) => 2 * a - 3 * b + 0.5 * c);
    expectTerms(leastSquares(rows, y), [2, -3, 0.5]);
  });

  it('takes the best where none fits', () => {
    const fit = leastSquares([[1], [1], [1]], [1, 2, 6]);
    expect(fit?.[0]).toBeCloseTo(3, 12);
  });

  it('needs another order of the lines when a pivot is zero', () => {
    const rows = [
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    expectTerms(leastSquares(rows, [3, 2, 5]), [2, 3]);
  });

  it('says so when the regressors do not determine the terms', () => {
    const rows = Array.from({ length: 9 }, (_, i) => [1, i, 2 * i + 3]);
    expect(
      leastSquares(
        rows,
        rows.map(([, x = 0]) => x),
      ),
    ).toBeUndefined();
    expect(leastSquares([], [])).toEqual([]);
  });
});
