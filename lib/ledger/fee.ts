import { z } from 'zod';
import { minor, type Minor } from '@/lib/money/money';
import { divideHalfEven } from '@/lib/money/round';

const BASIS_POINTS = 10_000n;

/** What the platform keeps, as agreed with a merchant; kept whole with each payment. */
export const feeTermsSchema = z.strictObject({
  /** Of the amount, in hundredths of a percent. */
  basisPoints: z.int().min(0).max(10_000),
});
export type FeeTerms = Readonly<z.output<typeof feeTermsSchema>>;

export const NO_FEE: FeeTerms = { basisPoints: 0 };

/**
 * The platform's part of an amount.
 *
 * @ensures 0 ≤ fee ≤ amount; what is left for the merchant is `amount − fee`, exactly
 */
export function feeOf(amount: Minor, { basisPoints }: FeeTerms): Minor {
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > 10_000) {
    throw new RangeError(`not a fee rate in basis points: ${basisPoints}`);
  }
  return minor(divideHalfEven(amount * BigInt(basisPoints), BASIS_POINTS));
}

/**
 * By how much the fee changes when the amount that it is due on does. Rounding the whole each
 * time and posting the difference, parts always sum to the whole: however a payment is released
 * and given back in parts, the fee kept is the half-even share of what the merchant keeps.
 *
 * @returns minor units; positive is taken, negative is given back
 */
export function feeChange(before: Minor, after: Minor, terms: FeeTerms): bigint {
  return feeOf(after, terms) - feeOf(before, terms);
}
