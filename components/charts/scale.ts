/** Steps that people count in. */
const STEPS = [1n, 2n, 5n, 10n] as const;

/** The smallest of 1, 2, 5 times a power of ten that is not below `value`. @requires value ≥ 1 */
function roundUp(value: bigint): bigint {
  const power = 10n ** BigInt(value.toString().length - 1);
  for (const step of STEPS) if (step * power >= value) return step * power;
  throw new RangeError('ten times the power is above it');
}

/**
 * Where the lines of a chart's scale are, from 0 up, at round values; the last is not below `max`.
 *
 * @param parts how many steps there are about; never more than one further
 */
export function ticksUpTo(max: bigint, parts = 4): readonly bigint[] {
  if (max <= 0n) return [0n];
  const wanted = BigInt(parts);
  const step = roundUp((max + wanted - 1n) / wanted);
  const count = (max + step - 1n) / step;
  return Array.from({ length: Number(count) + 1 }, (_, index) => BigInt(index) * step);
}

/** `value` of `whole` as a percentage for SVG, with two places. @requires whole ≥ value ≥ 0 */
export function percentOf(value: bigint | number, whole: bigint | number): number {
  return Number(whole) === 0 ? 0 : Math.round((Number(value) / Number(whole)) * 10_000) / 100;
}
