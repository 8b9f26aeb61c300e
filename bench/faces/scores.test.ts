import { describe, expect, it } from 'vitest';
import {
  distanceAtFmr,
  enrolledScores,
  errorRates,
  interval95,
  operatingPoint,
  pairScores,
  type Described,
} from './scores';

/** A person at a place on a line; two numbers are a descriptor too. */
function photo(identity: string, at: number): Described {
  return { identity, descriptor: [at, 0] };
}

const upTo = (count: number, step: number) =>
  Array.from({ length: count }, (_, i) => (i + 1) * step);

describe('pairScores', () => {
  it('counts every pair once', () => {
    const { genuine, impostor } = pairScores([
      photo('a', 0),
      photo('a', 1),
      photo('b', 5),
      photo('b', 7),
    ]);
    expect(genuine).toEqual([1, 2]);
    expect(impostor).toEqual([4, 5, 6, 7]);
  });
});

describe('enrolledScores', () => {
  it('fuses the first k and probes with the rest, strangers too', () => {
    const photos = [photo('a', 0), photo('a', 2), photo('a', 3), photo('b', 9)];
    expect(enrolledScores(photos, 2)).toEqual({ genuine: [2], impostor: [8] });
  });
});

describe('errorRates', () => {
  it('is zero when the two do not overlap', () => {
    const rates = errorRates({
      genuine: upTo(50, 0.005),
      impostor: upTo(5000, 0.001).map((d) => d + 0.5),
    });
    expect(rates).toEqual({ eer: 0, fnmrAtFmr: { '1e-2': 0, '1e-3': 0, '1e-4': 0 } });
  });

  it('is a half when they are the same', () => {
    expect(errorRates({ genuine: upTo(100, 0.01), impostor: upTo(100, 0.01) }).eer).toBeCloseTo(
      0.5,
      1,
    );
  });

  it('reads FNMR where the FMR is not above what was asked', () => {
    // One impostor in ten lies at 0.1; half of the genuine pairs are farther than that.
    const scores = { genuine: [0.05, 0.2], impostor: [0.1, 1, 1, 1, 1, 1, 1, 1, 1, 1] };
    expect(operatingPoint(scores, distanceAtFmr(scores, 0.1)).fmr).toBeCloseTo(0.1);
    expect(operatingPoint(scores, distanceAtFmr(scores, 0.01)).fmr).toBe(0);
    expect(errorRates(scores).fnmrAtFmr['1e-2']).toBe(0.5);
  });
});

describe('interval95', () => {
  it('agrees with published values', () => {
    // Wilson: 0 of 100 → 0…3.70 %; 10 of 100 → 5.52…17.44 %.
    expect(interval95(0, 100)[1]).toBeCloseTo(0.037, 4);
    expect(interval95(0.1, 100)).toEqual([expect.closeTo(0.0552, 4), expect.closeTo(0.1744, 4)]);
  });
});
