import { describe, expect, it } from 'vitest';
import { seeded } from '@/testing/actor/acting';
import { normalBelow, normalQuantile } from './normal';
import { tailsOf, type Pair } from './tails';
import { setOf, transferOf } from './transfer';

const random = seeded(1);

/** Box and Muller. */
function normal(mean: number, deviation: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * random());
}

/** All ordered pairs of so many people; a pair's distances are drawn by its places. */
function pairsOf(count: number, each: number, draw: (i: number, j: number) => number): Pair[] {
  const places = Array.from({ length: count }, (_, i) => i);
  return places.flatMap((i) =>
    places
      .filter((j) => j !== i)
      .map((j) => ({
        people: [`set-${i % 2}/person-${i}`, `set-${j % 2}/person-${j}`] as const,
        distances: Array.from({ length: each }, () => draw(i, j)),
      })),
  );
}

describe('normalBelow', () => {
  it.each([
    [0, 0.5],
    [1.959964, 0.975],
    [-3.090232, 1e-3],
    [-3.719016, 1e-4],
    [-5.326724, 5e-8],
  ])('of %d is %d', (z, chance) => {
    expect(normalBelow(z) / chance).toBeCloseTo(1, 4);
    expect(normalQuantile(chance)).toBeCloseTo(z, 4);
  });
});

describe('tailsOf', () => {
  it('finds the tail of pairs that are all alike, each way of reading it', () => {
    const [row] = tailsOf(pairsOf(20, 300, () => normal(0.8, 0.05)));
    const truth = 0.8 - 3.719 * 0.05;
    expect(row?.normalPerPair.distance).toBeCloseTo(truth, 2);
    expect(row?.empirical).toBeCloseTo(truth, 1);
    // A normal of this width is nearly a log-normal, with a shorter lower tail.
    expect(row?.logNormal.distance).toBeGreaterThan(truth);
    expect(row?.logNormal.distance).toBeLessThan(truth + 0.03);
  });

  it('is set by the nearest pair where one is much nearer', () => {
    const near = (i: number, j: number) => (i + j === 1 ? 0.4 : 0.9);
    const [row] = tailsOf(pairsOf(20, 100, (i, j) => normal(near(i, j), 0.02)));
    // Two of 380 pairs: 1e-4 in all is 0.019 in those.
    const truth = 0.4 + 0.02 * normalQuantile(0.019);
    expect(row?.normalPerPair.distance).toBeCloseTo(truth, 2);
    // Without those two people it lies far away, so the interval is wide.
    const [from = NaN, to = NaN] = row?.normalPerPair.distance95 ?? [];
    expect(from).toBeLessThan(0.37);
    expect(to).toBeGreaterThan(0.8);
  });

  it('asks for less distance the more people are searched', () => {
    const rows = tailsOf(pairsOf(10, 50, () => normal(0.8, 0.05)));
    expect(rows.map(({ candidates }) => candidates)).toEqual([1, 20, 2000]);
    expect(rows.map(({ fmr }) => fmr)).toEqual([1e-4, 5e-6, 5e-8]);
    const distances = rows.map(({ normalPerPair }) => normalPerPair.distance);
    expect(distances).toEqual([...distances].sort((a, b) => b - a));
    expect(new Set(distances).size).toBe(3);
  });

  it('reads nothing off too few comparisons', () => {
    expect(tailsOf(pairsOf(10, 50, () => normal(0.8, 0.05)))[0]?.empirical).toBeNull();
  });
});

describe('transferOf', () => {
  it('holds the threshold of one set against another whose people are nearer', () => {
    const centre = (i: number, j: number) => (i % 2 === 1 && j % 2 === 1 ? 0.5 : 0.8);
    const rows = transferOf(pairsOf(12, 100, (i, j) => normal(centre(i, j), 0.05)));
    expect(rows.map(({ set, people }) => [set, people])).toEqual([
      ['set-0', 6],
      ['set-1', 6],
    ]);
    expect(rows[0]?.fmr).toBe(0);
    expect(rows[1]?.distanceOfOthers).toBeCloseTo(0.614, 1);
    expect(rows[1]?.fmr).toBeGreaterThan(0.9);
  });

  it('says nothing of a single set', () => {
    expect(setOf('ana')).toBe('');
    const alone = pairsOf(4, 5, () => normal(0.8, 0.05)).map((pair) => ({
      ...pair,
      people: pair.people.map((who) => who.replace(/set-./, 'set')) as [string, string],
    }));
    expect(transferOf(alone)).toEqual([]);
  });
});
