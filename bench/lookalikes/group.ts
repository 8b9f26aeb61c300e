import { UsageError } from '@/bench/faces/photos';
import { euclidean, fuse } from '@/lib/recognition/descriptor';
import type { Person } from './deal';

/**
 * The people of these names; a name may leave out the folders above it, where that is clear.
 *
 * @throws UsageError for a name that nobody, or more than one, has.
 */
export function groupNamed(people: readonly Person[], names: readonly string[]): string[] {
  if (names.length < 2) throw new UsageError('--group takes two names or more, with commas.');
  return names.map((name) => {
    const own = people.filter(({ identity }) => identity === name || identity.endsWith(`/${name}`));
    const [person, ...others] = own;
    if (person && others.length === 0) return person.identity;
    const how = person ? 'Several people are' : 'Nobody with enough photos is';
    throw new UsageError(`${how} named ${name}.`);
  });
}

/** The three people whose templates, of all their photos, lie closest: the greatest distance
 *  between two of them is the smallest there is. Fewer people are all of them. */
export function closestThree(people: readonly Person[]): string[] {
  if (people.length <= 3) return people.map(({ identity }) => identity);
  const templates = people.map(({ descriptors }) => fuse(descriptors));
  const distances = templates.map((a) => templates.map((b) => euclidean(a, b)));
  const between = (i: number, j: number): number => distances[i]?.[j] ?? Infinity;
  let best = { places: [0, 1, 2], width: Infinity };
  for (let i = 0; i < people.length; i += 1) {
    for (let j = i + 1; j < people.length; j += 1) {
      if (between(i, j) >= best.width) continue;
      for (let k = j + 1; k < people.length; k += 1) {
        const width = Math.max(between(i, j), between(i, k), between(j, k));
        if (width < best.width) best = { places: [i, j, k], width };
      }
    }
  }
  return best.places.flatMap((place) => people[place]?.identity ?? []);
}
