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
