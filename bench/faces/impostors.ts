import type { Random } from '@/bench/attacks/people';
import { deal, type Hands, type Person } from '@/bench/lookalikes/deal';
import { euclidean } from '@/lib/recognition/descriptor';
import type { Pair } from './tails';

/** Every template against every other person's probe, with photos drawn anew each round. */
export function impostorPairs(
  people: readonly Person[],
  hands: Hands,
  rounds: number,
  random: Random,
): Pair[] {
  const pairs = new Map<string, { people: readonly [string, string]; distances: number[] }>();
  for (let round = 0; round < rounds; round += 1) {
    const { regulars, strangers } = deal(people, hands, random);
    for (const claimed of regulars) {
      for (const visitor of [...regulars, ...strangers]) {
        if (visitor.shopperId === claimed.shopperId) continue;
        const names = [claimed.shopperId, visitor.shopperId] as const;
        const key = names.join('\n');
        const pair = pairs.get(key) ?? { people: names, distances: [] };
        pair.distances.push(euclidean(claimed.template, visitor.probe));
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()];
}
