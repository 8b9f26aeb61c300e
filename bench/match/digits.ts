/** How the last four digits are spread over people. */
export interface DigitSpread {
  /** Part of all numbers that ends in one of the favoured endings, e.g. 8888. */
  readonly favouredPart: number;
  readonly favouredEndings: number;
}

export const UNIFORM: DigitSpread = { favouredPart: 0, favouredEndings: 1 };
/** Chosen endings: one number in twenty ends in one of a hundred. */
export const CHOSEN: DigitSpread = { favouredPart: 0.05, favouredEndings: 100 };

export interface Sharing {
  readonly regulars: number;
  /** People who a regular's last four digits leave, that regular among them; mean and quantiles. */
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** Part of the regulars whose digits leave nobody else. */
  readonly alone: number;
  /** Part of the regulars with more than `limit` people: they type the whole number. */
  readonly overLimit: number;
}

const ENDINGS = 10_000;

/**
 * Draws the last four digits of a store's regulars, and counts whom each regular's digits leave.
 *
 * @param random uniform in [0, 1)
 */
export function simulateSharing(
  regulars: number,
  { favouredPart, favouredEndings }: DigitSpread,
  limit: number,
  random: () => number,
): Sharing {
  const endings = Uint16Array.from({ length: regulars }, () =>
    Math.floor(random() * (random() < favouredPart ? favouredEndings : ENDINGS)),
  );
  const counts = new Uint32Array(ENDINGS);
  for (const ending of endings) counts[ending] = (counts[ending] ?? 0) + 1;
  const left = Float64Array.from(endings, (ending) => counts[ending] ?? 0).sort();
  const part = (holds: (count: number) => boolean) => left.filter(holds).length / regulars;
  const at = (quantile: number) => left[Math.floor(quantile * (regulars - 1))] ?? NaN;
  return {
    regulars,
    mean: left.reduce((sum, count) => sum + count, 0) / regulars,
    p50: at(0.5),
    p99: at(0.99),
    max: at(1),
    alone: part((count) => count === 1),
    overLimit: part((count) => count > limit),
  };
}
