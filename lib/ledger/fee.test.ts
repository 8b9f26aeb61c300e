import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINOR_MAX, minor } from '@/lib/money/money';
import { feeChange, feeOf } from './fee';

const amounts = fc.bigInt({ min: 1n, max: MINOR_MAX }).map(minor);
const rates = fc.integer({ min: 0, max: 10_000 }).map((basisPoints) => ({ basisPoints }));

describe('feeOf', () => {
  it.each([
    [1000, 60, 6],
    [1250, 100, 12],
    [1350, 100, 14],
    [49, 100, 0],
    [50, 100, 0],
    [51, 100, 1],
    [7, 10_000, 7],
    [7, 0, 0],
  ])('of %d at %d basis points is %d', (amount, rate, fee) => {
    expect(feeOf(minor(amount), { basisPoints: rate })).toBe(BigInt(fee));
  });

  it('and the rest always make the whole', () => {
    fc.assert(
      fc.property(amounts, rates, (amount, terms) => {
        const fee = feeOf(amount, terms);
        const rest = amount - fee;
        expect(fee >= 0n && rest >= 0n && fee + rest === amount).toBe(true);
      }),
    );
  });

  it.each([-1, 10_001, 1.5, NaN])('refuses a rate of %d', (rate) => {
    expect(() => feeOf(minor(100), { basisPoints: rate })).toThrow(RangeError);
  });
});

describe('feeChange', () => {
  it('over any parts sums to the fee on the whole, and back to nothing', () => {
    const cuts = fc.array(fc.bigInt({ min: 1n, max: 10_000n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cuts, rates, (parts, terms) => {
        let earned = minor(0);
        let kept = 0n;
        const moveBy = (part: bigint) => {
          const after = minor(earned + part);
          const change = feeChange(earned, after, terms);
          const size = change < 0n ? -change : change;
          expect(size <= (part < 0n ? -part : part)).toBe(true);
          kept += change;
          earned = after;
        };
        for (const part of parts) moveBy(part);
        expect(kept).toBe(feeOf(earned, terms));
        for (const part of parts.toReversed()) moveBy(-part);
        expect(kept).toBe(0n);
      }),
    );
  });
});
