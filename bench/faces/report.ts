import { EMBEDDER } from '@/models/embedder/model';
import {
  enrolledScores,
  errorRates,
  operatingPoint,
  pairScores,
  type Described,
  type ErrorRates,
  type OperatingPoint,
} from './scores';
import type { ShownPhoto } from './studio';

/** What one library made of a folder of photos. */
export interface LibraryReport extends ErrorRates {
  readonly undetected: number;
  readonly genuinePairs: number;
  readonly impostorPairs: number;
  readonly enrolled: EnrolledReport;
  readonly operatingPoint: OperatingPoint;
  /** Median time a photo, milliseconds. */
  readonly costMsP50: number;
}

export interface EnrolledReport extends ErrorRates {
  readonly k: number;
  readonly genuine: number;
  readonly impostor: number;
}

/** The distance that face-api's documentation names. */
const STOCK_DISTANCE_MAX = 0.6;

export function reportOurs(shown: readonly ShownPhoto[], k: number): LibraryReport {
  return reportOf(shown, k, EMBEDDER.thresholds.verification.distanceMax);
}

export function reportStock(shown: readonly ShownPhoto[], k: number): LibraryReport {
  return reportOf(shown, k, STOCK_DISTANCE_MAX);
}

/** Photos with a face, by their descriptors. */
export function describedOf(shown: readonly ShownPhoto[]): Described[] {
  return shown.flatMap(({ identity, seen }) =>
    seen ? [{ identity, descriptor: seen.descriptor }] : [],
  );
}

/**
 * Ours over stock's, on the photos in which both found a face: whoever gives up on the hard
 * photos must not look better for it. Null where stock made no error.
 */
export function ratiosOf(ours: readonly ShownPhoto[], stock: readonly ShownPhoto[], k: number) {
  const both = ours.map(({ seen }, i) => seen !== null && stock[i]?.seen instanceof Object);
  const mine = describedOf(ours.filter((_, i) => both[i]));
  const theirs = describedOf(stock.filter((_, i) => both[i]));
  const rates = errorRates(pairScores(mine));
  const stockRates = errorRates(pairScores(theirs));
  const enrolled = errorRates(enrolledScores(mine, k));
  const over = (a: number, b: number): number | null => (b > 0 ? a / b : null);
  const perFmr = (numerator: ErrorRates) => ({
    '1e-2': over(numerator.fnmrAtFmr['1e-2'], stockRates.fnmrAtFmr['1e-2']),
    '1e-3': over(numerator.fnmrAtFmr['1e-3'], stockRates.fnmrAtFmr['1e-3']),
    '1e-4': over(numerator.fnmrAtFmr['1e-4'], stockRates.fnmrAtFmr['1e-4']),
  });
  return {
    photosBothFound: mine.length,
    eer: over(rates.eer, stockRates.eer),
    fnmrAtFmr: perFmr(rates),
    enrolledOverStockSingle: perFmr(enrolled),
  };
}

function reportOf(shown: readonly ShownPhoto[], k: number, distanceMax: number): LibraryReport {
  const described = describedOf(shown);
  const pairs = pairScores(described);
  const enrolled = enrolledScores(described, k);
  return {
    undetected: shown.length - described.length,
    genuinePairs: pairs.genuine.length,
    impostorPairs: pairs.impostor.length,
    ...errorRates(pairs),
    enrolled: {
      k,
      genuine: enrolled.genuine.length,
      impostor: enrolled.impostor.length,
      ...errorRates(enrolled),
    },
    operatingPoint: operatingPoint(pairs, distanceMax),
    costMsP50: medianCost(shown),
  };
}

function medianCost(shown: readonly ShownPhoto[]): number {
  const costs = shown.flatMap(({ seen }) => (seen ? [seen.costMs] : [])).sort((a, b) => a - b);
  return Math.round((costs[costs.length >> 1] ?? NaN) * 10) / 10;
}
