import { describe, expect, it } from 'vitest';
import type { Person } from './deal';
import { closestThree, groupNamed } from './group';

function person(identity: string, place: number): Person {
  const descriptor = new Float32Array(128);
  descriptor[0] = place;
  return { identity, descriptors: [descriptor] };
}

const people = [
  person('film/ana', 0),
  person('film/ben', 0.4),
  person('film/cem', 5),
  person('film/dee', 1),
  person('stage/eve', 5.1),
  person('stage/ana', 9),
];

describe('closestThree', () => {
  it('takes those of whom the farthest two are nearest, not the nearest pair', () => {
    expect(closestThree(people)).toEqual(['film/ana', 'film/ben', 'film/dee']);
  });

  it('takes all where there are no more', () => {
    expect(closestThree(people.slice(0, 2))).toEqual(['film/ana', 'film/ben']);
  });
});

describe('groupNamed', () => {
  it('finds people by whole and by short names', () => {
    expect(groupNamed(people, ['film/ana', 'eve'])).toEqual(['film/ana', 'stage/eve']);
  });

  it.each([
    ['nobody', ['ben', 'zoe']],
    ['an unclear one', ['ben', 'ana']],
    ['a single one', ['ben']],
  ])('does not take %s', (_, names) => {
    expect(() => groupNamed(people, names)).toThrow();
  });
});
