import { describe, expect, it } from 'vitest';
import { lookAlikes } from './look-alikes';

const photo = (identity: string, at: number) => ({ identity, descriptor: [at] });

describe('lookAlikes', () => {
  it('counts false matches by the two people, the worst first', () => {
    const photos = [photo('b', 0), photo('b', 2), photo('a', 1), photo('c', 9), photo('d', 10)];
    expect(lookAlikes(photos, 1)).toEqual({
      distanceMax: 1,
      falseMatches: 3,
      pairsOfPeople: 6,
      pairsWithFalseMatches: 2,
      worst: [
        { people: ['a', 'b'], falseMatches: 2, comparisons: 2, nearest: 1 },
        { people: ['c', 'd'], falseMatches: 1, comparisons: 1, nearest: 1 },
        { people: ['b', 'c'], falseMatches: 0, comparisons: 2, nearest: 7 },
      ],
    });
  });
});
