import { EMBEDDER } from '@/models/embedder/model';
import {
  enrolledScores,
  errorRates,
  interval95,
  operatingPoint,
  pairScores,
  type Described,
  type ErrorRates,
  type Fmr,
  type OperatingPoint,
  type Scores,
} from './scores';
import type { ShownPhoto } from './studio';

/** What one library made of a folder of photos. */
export interface LibraryReport extends ErrorRates {
  readonly undetected: number;
  readonly genuinePairs: number;
  readonly impostorPairs: number;
  readonly enrolled: EnrolledReport;
  readonly operatingPoint: OperatingPoint;
  /** Wilson's intervals at 95 %. */
  readonly fnmrAtFmr95: PerFmr<readonly [number, number]>;
  /** Time a photo until a face was found or given up; unreadable ones left out. */
  readonly detectMs: Timing;
  /** The same for everything up to the descriptor. */
  readonly costMs: Timing;
}

export interface EnrolledReport extends ErrorRates {
  readonly k: number;
  readonly genuine: number;
  readonly impostor: number;
}

/** Milliseconds. */
export interface Timing {
  readonly p50: number;
  readonly mean: number;
}

type PerFmr<T> = Readonly<Record<Fmr, T>>;

/** The distance that face-api's documentation names. */
export const STOCK_DISTANCE_MAX = 0.6;

export function reportOurs(shown: readonly ShownPhoto[], k: number): LibraryReport {
  return reportOf(shown, k, EMBEDDER.thresholds.stepUpMax);
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
 * Ours over stock's. Errors on the photos in which both found a face: whoever gives up on the
 * hard photos must not look better for it; and once more on all photos, where one without a
 * face matches nobody. Null where stock made no error.
 */
export function ratiosOf(ours: readonly ShownPhoto[], stock: readonly ShownPhoto[], k: number) {
  const both = ours.map(({ seen }, i) => seen !== null && stock[i]?.seen instanceof Object);
  const mine = describedOf(ours.filter((_, i) => both[i]));
  const theirs = describedOf(stock.filter((_, i) => both[i]));
  const scores = pairScores(theirs);
  const rates = errorRates(pairScores(mine));
  const stockRates = errorRates(scores);
  return {
    photosBothFound: mine.length,
    genuinePairs: scores.genuine.length,
    impostorPairs: scores.impostor.length,
    eer: over(rates.eer, stockRates.eer),
    fnmrAtFmr: perFmr((fmr) => over(rates.fnmrAtFmr[fmr], stockRates.fnmrAtFmr[fmr])),
    enrolledOverStockSingle: perFmr((fmr) =>
      over(errorRates(enrolledScores(mine, k)).fnmrAtFmr[fmr], stockRates.fnmrAtFmr[fmr]),
    ),
    undetectedAsMisses: missesOf(ours, stock),
    detectMs: ratioOfTimes(timing(ours, 'detectMs'), timing(stock, 'detectMs')),
    costMs: ratioOfTimes(timing(ours, 'costMs'), timing(stock, 'costMs')),
  };
}

/** FNMR when a photo without a face matches nobody. */
function missesOf(ours: readonly ShownPhoto[], stock: readonly ShownPhoto[]) {
  const mine = errorRates(withMisses(ours)).fnmrAtFmr;
  const theirs = errorRates(withMisses(stock)).fnmrAtFmr;
  return perFmr((fmr) => ({
    ours: mine[fmr],
    stock: theirs[fmr],
    ratio: over(mine[fmr], theirs[fmr]),
  }));
}

function withMisses(shown: readonly ShownPhoto[]): Scores {
  const { genuine, impostor } = pairScores(describedOf(shown));
  const missed = genuinePairsOf(shown) - genuine.length;
  return { genuine: [...genuine, ...Array<number>(missed).fill(Infinity)], impostor };
}

function genuinePairsOf(shown: readonly ShownPhoto[]): number {
  const counts = new Map<string, number>();
  shown.forEach(({ identity }) => counts.set(identity, (counts.get(identity) ?? 0) + 1));
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

function perFmr<T>(at: (fmr: Fmr) => T): PerFmr<T> {
  return { '1e-2': at('1e-2'), '1e-3': at('1e-3'), '1e-4': at('1e-4') };
}

function over(a: number, b: number): number | null {
  return b > 0 ? a / b : null;
}

function ratioOfTimes(a: Timing, b: Timing) {
  return { p50: over(a.p50, b.p50), mean: over(a.mean, b.mean) };
}

function reportOf(shown: readonly ShownPhoto[], k: number, distanceMax: number): LibraryReport {
  const described = describedOf(shown);
  const pairs = pairScores(described);
  const rates = errorRates(pairs);
  const enrolled = enrolledScores(described, k);
  return {
    undetected: shown.length - described.length,
    genuinePairs: pairs.genuine.length,
    impostorPairs: pairs.impostor.length,
    ...rates,
    fnmrAtFmr95: perFmr((fmr) => interval95(rates.fnmrAtFmr[fmr], pairs.genuine.length)),
    enrolled: {
      k,
      genuine: enrolled.genuine.length,
      impostor: enrolled.impostor.length,
      ...errorRates(enrolled),
    },
    operatingPoint: operatingPoint(pairs, distanceMax),
    detectMs: timing(shown, 'detectMs'),
    costMs: timing(shown, 'costMs'),
  };
}

function timing(shown: readonly ShownPhoto[], of: 'detectMs' | 'costMs'): Timing {
  const costs = shown.flatMap(({ look }) => (look ? [look[of]] : [])).sort((a, b) => a - b);
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
  const rounded = (ms: number): number => Math.round(ms * 10) / 10;
  return { p50: rounded(costs[costs.length >> 1] ?? NaN), mean: rounded(mean) };
}
