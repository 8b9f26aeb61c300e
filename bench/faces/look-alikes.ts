import { distanceBetween, type Described } from './scores';

/** Two people and how often photos of one pass for photos of the other. */
export interface LookAlikes {
  readonly people: readonly [string, string];
  readonly falseMatches: number;
  readonly comparisons: number;
  readonly nearest: number;
}

/** Where the differences of a descriptor show: a mean over everybody hides them. */
export interface LookAlikeReport {
  readonly distanceMax: number;
  readonly falseMatches: number;
  readonly pairsOfPeople: number;
  readonly pairsWithFalseMatches: number;
  /** The worst first, at most three. */
  readonly worst: readonly LookAlikes[];
}

const WORST_TOLD = 3;

/** Matches are distances of at most `distanceMax`. */
export function lookAlikes(photos: readonly Described[], distanceMax: number): LookAlikeReport {
  const pairs = new Map<string, LookAlikes>();
  photos.forEach((one, i) => {
    for (const other of photos.slice(i + 1)) {
      if (one.identity === other.identity) continue;
      const people = [one.identity, other.identity].sort() as [string, string];
      const key = people.join(' and ');
      const known = pairs.get(key) ?? {
        people,
        falseMatches: 0,
        comparisons: 0,
        nearest: Infinity,
      };
      const distance = distanceBetween(one.descriptor, other.descriptor);
      pairs.set(key, {
        people,
        falseMatches: known.falseMatches + (distance <= distanceMax ? 1 : 0),
        comparisons: known.comparisons + 1,
        nearest: Math.min(known.nearest, distance),
      });
    }
  });
  const all = [...pairs.values()].sort(
    (a, b) => b.falseMatches - a.falseMatches || a.nearest - b.nearest,
  );
  return {
    distanceMax,
    falseMatches: all.reduce((sum, { falseMatches }) => sum + falseMatches, 0),
    pairsOfPeople: all.length,
    pairsWithFalseMatches: all.filter(({ falseMatches }) => falseMatches > 0).length,
    worst: all.slice(0, WORST_TOLD),
  };
}
