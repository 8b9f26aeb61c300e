import type { Random } from '@/bench/attacks/people';

/** How often each person was drawn. */
export type Weights = ReadonlyMap<string, number>;

/**
 * The middle 95 % of a statistic when the people, not their tries, are drawn again and again
 * (percentile bootstrap, Efron 1979): tries of one person are alike, so they are no sample.
 *
 * @param statistic of a set of people in which each counts so many times; NaN where it says
 *   nothing, which is left out.
 * @returns from, to; NaN when it never says anything.
 */
export function bootstrap95(
  people: readonly string[],
  statistic: (weights: Weights) => number,
  { resamples, random }: { resamples: number; random: Random },
): readonly [number, number] {
  const values = Array.from({ length: resamples }, () => statistic(drawn(people, random)))
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const at = (part: number): number => values[Math.round(part * (values.length - 1))] ?? NaN;
  return [at(0.025), at(0.975)];
}

function drawn(people: readonly string[], random: Random): Weights {
  const weights = new Map<string, number>();
  people.forEach(() => {
    const person = people[Math.floor(random() * people.length)];
    if (person !== undefined) weights.set(person, (weights.get(person) ?? 0) + 1);
  });
  return weights;
}
