import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonOf, sharesOf } from './comparison';

describe('a figure beside the one before', () => {
  it.each([
    [0, 0, { kind: 'same' }],
    [5n, 5n, { kind: 'same' }],
    [5, 0, { kind: 'new' }],
    [0, 5, { kind: 'less', percent: 100 }],
    [150n, 100n, { kind: 'more', percent: 50 }],
    [300, 100, { kind: 'more', percent: 200 }],
    [100_001n, 100_000n, { kind: 'more', percent: 1 }],
    [99_999n, 100_000n, { kind: 'less', percent: 1 }],
    [2, 3, { kind: 'less', percent: 33 }],
    [9_007_199_254_740_993n, 9_007_199_254_740_992n, { kind: 'more', percent: 1 }],
  ] as const)('%s after %s', (now, before, comparison) => {
    expect(comparisonOf({ now, before })).toEqual(comparison);
  });
});

describe('shares', () => {
  it.each([
    [[], []],
    [
      [0n, 0n],
      [0, 0],
    ],
    [[7n], [100]],
    [
      [1n, 1n, 1n],
      [34, 33, 33],
    ],
    [
      [1n, 2n],
      [33, 67],
    ],
    [
      [0n, 10n, 990n],
      [0, 1, 99],
    ],
  ])('of %s', (parts, shares) => {
    expect(sharesOf(parts)).toEqual(shares);
  });

  it('sum to a hundred, each within one percent', () => {
    const parts = fc.array(fc.bigInt(0n, 10n ** 15n), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, (amounts) => {
        const whole = amounts.reduce((sum, amount) => sum + amount, 0n);
        fc.pre(whole > 0n);
        const shares = sharesOf(amounts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
        for (const [index, amount] of amounts.entries()) {
          expect(Math.abs((shares[index] ?? NaN) - Number((amount * 100n) / whole))).toBeLessThan(
            2,
          );
        }
      }),
    );
  });
});
