import type { TransferRow } from '@/models/embedder/calibration';
import { interval95 } from './scores';
import { distanceAt, type Pair } from './tails';

const FMR = 1e-4;

/** The set of photos that a person is in: the folder above the person's own. */
export function setOf(identity: string): string {
  return identity.includes('/') ? identity.slice(0, identity.lastIndexOf('/')) : '';
}

/**
 * What a threshold for one stranger in ten thousand, fitted (normal per pair) on all other sets,
 * does on the one left out. @returns nothing where there is one set only.
 */
export function transferOf(pairs: readonly Pair[]): TransferRow[] {
  const sets = [...new Set(pairs.flatMap(({ people }) => people.map(setOf)))].sort();
  if (sets.length < 2) return [];
  return sets.flatMap((set) => {
    const inside = pairs.filter(({ people }) => people.every((who) => setOf(who) === set));
    const outside = pairs.filter(({ people }) => people.every((who) => setOf(who) !== set));
    const distances = inside.flatMap((pair) => pair.distances);
    if (outside.length === 0 || distances.length === 0) return [];
    const distance = distanceAt(FMR, outside);
    const falseMatches = distances.filter((one) => one <= distance).length;
    const fmr = falseMatches / distances.length;
    return [
      {
        set,
        people: new Set(inside.flatMap(({ people }) => people)).size,
        distanceOfOthers: Number(distance.toFixed(3)),
        falseMatches,
        impostorPairs: distances.length,
        fmr: Number(fmr.toFixed(6)),
        fmr95: interval95(fmr, distances.length).map((part) => Number(part.toFixed(6))),
        nearestDistance: Number(Math.min(...distances).toFixed(3)),
      },
    ];
  });
}
