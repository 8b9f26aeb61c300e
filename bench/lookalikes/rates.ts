import { bootstrap95, type Weights } from '@/bench/faces/bootstrap';
import { interval95 } from '@/bench/faces/scores';
import { seeded } from '@/testing/actor/acting';

/** A part of some tries. */
export interface Rate {
  readonly count: number;
  readonly of: number;
  readonly rate: number;
  /** Wilson's, as if all tries were independent. */
  readonly interval95: readonly [number, number];
  /**
   * By bootstrap over people, because tries of one person are alike. Where all tries ended the
   * same, Wilson's of as many tries as there were people, or pairs of people.
   */
  readonly people95: readonly [number, number];
}

/** Whether one try ended in what is counted, and whose it was: one person, or two. */
export interface Counted {
  readonly people: readonly string[];
  readonly hit: boolean;
}

interface Tally {
  readonly people: readonly string[];
  readonly count: number;
  readonly of: number;
}

const RESAMPLES = 1000;

/** @returns undefined where nothing was tried. */
export function rateOf(tries: readonly Counted[]): Rate | undefined {
  if (tries.length === 0) return undefined;
  const tallies = tally(tries);
  const count = tries.filter(({ hit }) => hit).length;
  const of = tries.length;
  const rate = count / of;
  return { count, of, rate, interval95: interval95(rate, of), people95: people95(tallies, rate) };
}

function people95(tallies: readonly Tally[], rate: number): readonly [number, number] {
  if (rate === 0 || rate === 1) return interval95(rate, tallies.length);
  const people = [...new Set(tallies.flatMap((one) => one.people))];
  const statistic = (weights: Weights) => weighted(tallies, weights);
  return bootstrap95(people, statistic, { resamples: RESAMPLES, random: seeded(1) });
}

/** A pair counts as often as both were drawn together. */
function weighted(tallies: readonly Tally[], weights: Weights): number {
  let [count, of] = [0, 0];
  for (const one of tallies) {
    const weight = one.people.reduce((product, who) => product * (weights.get(who) ?? 0), 1);
    count += weight * one.count;
    of += weight * one.of;
  }
  return count / of;
}

function tally(tries: readonly Counted[]): Tally[] {
  const tallies = new Map<string, { people: readonly string[]; count: number; of: number }>();
  for (const { people, hit } of tries) {
    const key = people.join('\n');
    const known = tallies.get(key) ?? { people, count: 0, of: 0 };
    tallies.set(key, { people, count: known.count + (hit ? 1 : 0), of: known.of + 1 });
  }
  return [...tallies.values()];
}
