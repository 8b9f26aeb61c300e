import type { TailFit, TailRow } from '@/models/embedder/calibration';
import { seeded } from '@/testing/actor/acting';
import { bootstrap95, type Weights } from './bootstrap';
import { bisect, normalBelow, normalQuantile } from './normal';

/** All distances from one person's templates to another's probes. */
export interface Pair {
  readonly people: readonly [claimed: string, visitor: string];
  readonly distances: readonly number[];
}

/** The chance of letting a stranger in that a whole search may have. */
const FPIR = 1e-4;
/** Own phone or whole number; four digits; all regulars of a store, which nobody offers. */
const CANDIDATES = [1, 20, 2000] as const;
const RESAMPLES = 400;

/**
 * The distance at which one stranger in ten thousand would be let in, by how many people a claim
 * leaves, as three ways to read the tail see it. Where they disagree, nobody knows.
 */
export function tailsOf(pairs: readonly Pair[]): TailRow[] {
  const moments = pairs.map(momentsOf);
  const sorted = pairs.flatMap(({ distances }) => distances).sort((a, b) => a - b);
  return CANDIDATES.map((candidates) => {
    // 1 − (1 − FMR)ⁿ = FPIR, when candidates err apart.
    const fmr = 1 - (1 - FPIR) ** (1 / candidates);
    return {
      candidates,
      fpir: FPIR,
      fmr: Number(fmr.toPrecision(4)),
      empirical: empirical(sorted, fmr),
      normalPerPair: fitted(moments, fmr, normalPerPair),
      logNormal: fitted(moments, fmr, logNormal),
    };
  });
}

/** The distance at which this part of strangers would match, each pair being normal. */
export function distanceAt(fmr: number, pairs: readonly Pair[]): number {
  return normalPerPair(pairs.map(momentsOf), fmr);
}

/** What the fits need of a pair. */
interface Moments {
  readonly people: readonly string[];
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
  readonly logSum: number;
  readonly logSquares: number;
}

type Fit = (moments: readonly Moments[], fmr: number, weights?: Weights) => number;

/** Distances to one template from one person's probes are no constant, whatever a draw says. */
const DEVIATION_MIN = 0.005;

function momentsOf({ people, distances }: Pair): Moments {
  const count = distances.length;
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / count;
  const squares = distances.reduce((sum, distance) => sum + (distance - mean) ** 2, 0);
  const logs = distances.map((distance) => Math.log(distance));
  return {
    people,
    count,
    mean,
    deviation: Math.max(DEVIATION_MIN, Math.sqrt(squares / Math.max(1, count - 1))),
    logSum: logs.reduce((sum, log) => sum + log, 0),
    logSquares: logs.reduce((sum, log) => sum + log * log, 0),
  };
}

/** @returns null where there are too few comparisons to have seen one. */
function empirical(sorted: readonly number[], fmr: number): number | null {
  const allowed = Math.floor(sorted.length * fmr);
  const firstRefused = allowed >= 1 ? sorted[allowed] : undefined;
  return firstRefused === undefined ? null : rounded(firstRefused);
}

/** Each pair's distances are normal; strangers' are the mixture of all pairs. */
const normalPerPair: Fit = (moments, fmr, weights) => {
  const weighted = moments
    .map((one) => ({ ...one, weight: one.count * weightOf(one, weights) }))
    .filter(({ weight }) => weight > 0);
  const all = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const matched = (distance: number): number =>
    weighted.reduce(
      (sum, { weight, mean, deviation }) =>
        sum + weight * normalBelow((distance - mean) / deviation),
      0,
    ) / all;
  return all === 0 ? NaN : bisect(matched, fmr, 0, 2);
};

/** The logarithms of all distances together are normal. */
const logNormal: Fit = (moments, fmr, weights) => {
  let [count, sum, squares] = [0, 0, 0];
  for (const one of moments) {
    const weight = weightOf(one, weights);
    count += weight * one.count;
    sum += weight * one.logSum;
    squares += weight * one.logSquares;
  }
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
  return Math.exp(mean + deviation * normalQuantile(fmr));
};

function weightOf({ people }: Moments, weights: Weights | undefined): number {
  return people.reduce((product, who) => product * (weights ? (weights.get(who) ?? 0) : 1), 1);
}

function fitted(moments: readonly Moments[], fmr: number, fit: Fit): TailFit {
  const people = [...new Set(moments.flatMap((one) => one.people))];
  const statistic = (weights: Weights) => fit(moments, fmr, weights);
  const interval = bootstrap95(people, statistic, { resamples: RESAMPLES, random: seeded(1) });
  return { distance: rounded(fit(moments, fmr)), distance95: interval.map(rounded) };
}

function rounded(distance: number): number {
  return Number(distance.toFixed(3));
}
