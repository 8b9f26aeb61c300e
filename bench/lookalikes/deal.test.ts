import { describe, expect, it } from 'vitest';
import { seeded } from '@/testing/actor/acting';
import { deal, peopleOf, shuffled } from './deal';

/** A photo whose place in the descriptor tells which one it is. */
const photo = (identity: string, place: number) => ({
  identity,
  descriptor: Array.from({ length: 128 }, (_, i) => (i === place ? 1 : 0)),
});
const photos = (identity: string, count: number) =>
  Array.from({ length: count }, (_, place) => photo(identity, place));

/** Which photos were fused, and how many they were. */
const fused = (descriptor: Float32Array) =>
  [...descriptor].flatMap((value, place) => (value > 0 ? [[place, Math.round(1 / value)]] : []));

describe('deal', () => {
  const people = peopleOf([...photos('ana', 6), ...photos('ben', 4), ...photos('cem', 1)]);

  it('enrols who has photos enough, lets others try, and leaves out the rest', () => {
    const { regulars, strangers } = deal(people, { enrol: 3, probe: 2 }, seeded(1));
    expect(regulars.map(({ shopperId }) => shopperId)).toEqual(['ana']);
    expect(strangers.map(({ shopperId }) => shopperId)).toEqual(['ben']);
  });

  it('never shows a photo twice', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const { regulars } = deal(people, { enrol: 3, probe: 2 }, seeded(seed));
      const [template, probe] = [regulars[0]?.template, regulars[0]?.probe];
      if (!template || !probe) throw new Error('nobody enrolled');
      const places = [...fused(template), ...fused(probe)].map(([place]) => place);
      expect(new Set(places).size).toBe(5);
      expect(fused(template).map(([, of]) => of)).toEqual([3, 3, 3]);
      expect(fused(probe).map(([, of]) => of)).toEqual([2, 2]);
    }
  });
});

describe('shuffled', () => {
  it('keeps everything and brings each to each place', () => {
    const random = seeded(1);
    const first = new Map<number, number>();
    for (let i = 0; i < 3000; i += 1) {
      const order = shuffled([0, 1, 2], random);
      expect([...order].sort()).toEqual([0, 1, 2]);
      first.set(order[0] ?? NaN, (first.get(order[0] ?? NaN) ?? 0) + 1);
    }
    for (const count of first.values()) expect(count / 1000).toBeCloseTo(1, 0);
    expect(first.size).toBe(3);
  });
});
