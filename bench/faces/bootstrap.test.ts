import { describe, expect, it } from 'vitest';
import { seeded } from '@/testing/actor/acting';
import { bootstrap95, type Weights } from './bootstrap';

const people = Array.from({ length: 100 }, (_, i) => `person-${i}`);

/** The part of the drawn people who are among the first ten. */
function firstTen(weights: Weights): number {
  let [hits, all] = [0, 0];
  for (const [person, weight] of weights) {
    all += weight;
    if (people.indexOf(person) < 10) hits += weight;
  }
  return hits / all;
}

describe('bootstrap95', () => {
  it('agrees with the deviation of a binomial', () => {
    const random = seeded(1);
    const [from, to] = bootstrap95(people, firstTen, { resamples: 4000, random });
    // 0.1 ± 1.96 · √(0.1 · 0.9 / 100), skewed to the right.
    expect(from).toBeCloseTo(0.05, 1);
    expect(to).toBeCloseTo(0.16, 1);
    expect(from).toBeGreaterThan(0.03);
    expect(to).toBeLessThan(0.18);
  });

  it('draws as many as there are, with the same seed the same', () => {
    const sizes = (weights: Weights) => [...weights.values()].reduce((sum, each) => sum + each, 0);
    expect(bootstrap95(people, sizes, { resamples: 20, random: seeded(7) })).toEqual([100, 100]);
    const once = bootstrap95(people, firstTen, { resamples: 50, random: seeded(7) });
    expect(bootstrap95(people, firstTen, { resamples: 50, random: seeded(7) })).toEqual(once);
  });

  it('leaves out what says nothing', () => {
    const random = seeded(1);
    expect(bootstrap95(people, () => NaN, { resamples: 5, random })).toEqual([NaN, NaN]);
  });
});
