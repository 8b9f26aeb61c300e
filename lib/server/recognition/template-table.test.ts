import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { euclidean } from '@/lib/recognition/descriptor';
import { drawnPeople, seeded } from './drawn-people.fixture';
import { fastestSearch, loopSearch } from './search';
import { TemplateTable } from './template-table';

const people = drawnPeople(400, 2, 3).map(([template = new Float32Array(128), probe]) => ({
  shopperId: randomUUID(),
  template,
  probe: probe ?? template,
}));
const searches = { usearch: fastestSearch().search, loop: loopSearch };

/** All of them by plain sorting. */
function sorted(among: typeof people, template: Float32Array, except?: string) {
  return among
    .filter(({ shopperId }) => shopperId !== except)
    .map((each) => ({ shopperId: each.shopperId, distance: euclidean(each.template, template) }))
    .sort((a, b) => a.distance - b.distance);
}

it('usearch is there for this machine', () => {
  expect(fastestSearch().name).toBe('usearch');
});

describe.each(Object.entries(searches))('a table of templates, searched by %s', (_, search) => {
  it('finds the nearest as sorting all of them does, without whoever asks', () => {
    const table = new TemplateTable(search);
    for (const { shopperId, template } of people) table.add(shopperId, template);
    for (const { shopperId, probe } of people.slice(0, 50)) {
      const found = table.nearest(probe, 10, shopperId);
      const expected = sorted(people, probe, shopperId).slice(0, 10);
      expect(found.map((each) => each.shopperId)).toEqual(expected.map((each) => each.shopperId));
      found.forEach(({ distance }, i) => {
        expect(distance).toBeCloseTo(expected[i]?.distance ?? NaN, 5);
      });
    }
  });

  it('holds no more people than there are', () => {
    const table = new TemplateTable(search);
    const [first, second] = people;
    if (!first || !second) throw new Error('people were drawn');
    expect(table.nearest(first.probe, 10)).toEqual([]);
    table.add(first.shopperId, first.template);
    expect(table.nearest(first.probe, 10, first.shopperId)).toEqual([]);
    table.add(second.shopperId, second.template);
    expect(table.nearest(first.probe, 10)).toHaveLength(2);
  });

  it('stays right through people who come, go and change', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(19), fc.boolean()), { maxLength: 60 }), (acts) => {
        const table = new TemplateTable(search);
        const inside = new Map<string, (typeof people)[number]>();
        acts.forEach(([index, comes], turn) => {
          const one = people[index];
          if (!one) return;
          const template = people[20 + ((index + turn) % 300)]?.template ?? one.template;
          if (comes) table.add(one.shopperId, template);
          else table.remove(one.shopperId);
          if (comes) inside.set(one.shopperId, { ...one, template });
          else inside.delete(one.shopperId);
        });
        const probe = people[0]?.probe ?? new Float32Array(128);
        expect(table.size).toBe(inside.size);
        expect(table.nearest(probe, 10).map(({ distance }) => distance.toFixed(4))).toEqual(
          sorted([...inside.values()], probe)
            .slice(0, 10)
            .map(({ distance }) => distance.toFixed(4)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('whom a newcomer concerns', () => {
  it('is everybody who has the newcomer among the ten nearest, and hardly anybody else', () => {
    const table = new TemplateTable(searches.usearch);
    const [newcomer, ...others] = people;
    if (!newcomer) throw new Error('people were drawn');
    for (const { shopperId, template } of others) table.add(shopperId, template);
    for (const { shopperId } of others) {
      table.setReach(shopperId, table.neighboursOf(shopperId)[9]?.distance ?? Infinity);
    }
    const reached = table.reachedBy(newcomer.template, newcomer.shopperId);
    const concerned = others.filter((other) =>
      sorted(people, other.template, other.shopperId)
        .slice(0, 10)
        .some(({ shopperId }) => shopperId === newcomer.shopperId),
    );
    expect(concerned.length).toBeGreaterThan(0);
    expect(reached.map(({ shopperId }) => shopperId).sort()).toEqual(
      concerned.map(({ shopperId }) => shopperId).sort(),
    );
  });

  it('is nobody who has no list yet, and everybody whose list is unknown', () => {
    const table = new TemplateTable(searches.usearch);
    const random = seeded(5);
    for (const { shopperId, template } of people) {
      table.add(shopperId, template);
      if (random() < 0.5) table.setReach(shopperId, Infinity);
    }
    const reached = table.reachedBy(people[0]?.template ?? new Float32Array(128), 'nobody');
    expect(reached.length).toBeGreaterThan(150);
    expect(reached.length).toBeLessThan(250);
    expect(new TemplateTable(searches.loop).reachedBy(new Float32Array(128), 'x')).toEqual([]);
  });
});
