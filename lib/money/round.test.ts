import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINOR_MAX } from './money';
import { divideHalfEven } from './round';

describe('divideHalfEven', () => {
  it.each([
    [5n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 2n],
    [35n, 10n, 4n],
    [14n, 10n, 1n],
    [16n, 10n, 2n],
    [24999n, 10000n, 2n],
    [25001n, 10000n, 3n],
    [0n, 7n, 0n],
    [7n, 7n, 1n],
  ])('%d / %d ≈ %d', (numerator, denominator, expected) => {
    expect(divideHalfEven(numerator, denominator)).toBe(expected);
  });

  it('is the nearest whole number, and the even one of two', () => {
    const positive = fc.bigInt({ min: 1n, max: MINOR_MAX });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MINOR_MAX }), positive, (numerator, denominator) => {
        const quotient = divideHalfEven(numerator, denominator);
        const twiceOff = (quotient * denominator - numerator) * 2n;
        const distance = twiceOff < 0n ? -twiceOff : twiceOff;
        expect(distance <= denominator).toBe(true);
        if (distance === denominator) expect(quotient % 2n).toBe(0n);
      }),
    );
  });
});
