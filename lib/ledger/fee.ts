import { minor, type Minor } from '@/lib/money/money';
import { divideHalfEven } from '@/lib/money/round';

const BASIS_POINTS = 10_000n;

/**
 * The platform's part of an amount.
 *
 * @param rateBasisPoints hundredths of a percent, 0 … 10 000
 * @ensures 0 ≤ fee ≤ amount; what is left for the merchant is `amount − fee`, exactly
 */
export function feeOf(amount: Minor, rateBasisPoints: number): Minor {
  if (!Number.isInteger(rateBasisPoints) || rateBasisPoints < 0 || rateBasisPoints > 10_000) {
    throw new RangeError(`not a fee rate in basis points: ${rateBasisPoints}`);
  }
  return minor(divideHalfEven(amount * BigInt(rateBasisPoints), BASIS_POINTS));
}

/**
 * By how much the fee changes when the amount that it is due on does. Rounding the whole each
 * time and posting the difference, parts always sum to the whole: however a payment is released
 * and given back in parts, the fee kept is the half-even share of what the merchant keeps.
 *
 * @returns minor units; positive is taken, negative is given back
 */
export function feeChange(before: Minor, after: Minor, rateBasisPoints: number): bigint {
  return feeOf(after, rateBasisPoints) - feeOf(before, rateBasisPoints);
}
