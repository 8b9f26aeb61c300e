import { minor, type Minor } from '@/lib/money/money';

const BASIS_POINTS = 10_000n;

/**
 * `numerator / denominator` to the nearest whole number, a half to the even neighbour (banker's
 * rounding, IEEE 754 roundTiesToEven): over many payments it favours neither side.
 *
 * @requires numerator ≥ 0, denominator > 0
 */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twiceRest = (numerator % denominator) * 2n;
  if (twiceRest > denominator) return quotient + 1n;
  if (twiceRest < denominator) return quotient;
  return quotient % 2n === 0n ? quotient : quotient + 1n;
}

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

export interface FeeRefundInput {
  /** The payment's captured amount and the fee taken from it. */
  readonly captured: Minor;
  readonly fee: Minor;
  readonly refundedBefore: Minor;
  readonly refund: Minor;
}

/**
 * The part of the fee that goes back with a refund: what is due after it less what was due before,
 * so that refunds in any parts return exactly the fee when they return everything.
 *
 * @requires refundedBefore + refund ≤ captured
 */
export function feeRefundOf({ captured, fee, refundedBefore, refund }: FeeRefundInput): Minor {
  const dueAfter = divideHalfEven(fee * (refundedBefore + refund), captured);
  const dueBefore = divideHalfEven(fee * refundedBefore, captured);
  return minor(dueAfter - dueBefore);
}
