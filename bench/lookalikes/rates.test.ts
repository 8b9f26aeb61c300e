import { describe, expect, it } from 'vitest';
import { rateOf, type Counted } from './rates';

const tries = (people: readonly string[], hits: number, of: number): Counted[] =>
  Array.from({ length: of }, (_, i) => ({ people, hit: i < hits }));

describe('rateOf', () => {
  it('is nothing where nothing was tried', () => {
    expect(rateOf([])).toBeUndefined();
  });

  it('counts, and says how sure it is', () => {
    const rate = rateOf([...tries(['ana'], 10, 50), ...tries(['ben'], 0, 50)]);
    expect(rate).toMatchObject({ count: 10, of: 100, rate: 0.1 });
    // Wilson: 5.52…17.44 %.
    expect(rate?.interval95[0]).toBeCloseTo(0.0552, 4);
    // Ana alone 20 %, Ben alone none: two people say little, however often they tried.
    expect(rate?.people95).toEqual([0, 0.2]);
  });

  it('is as unsure as there are few people where nothing happened', () => {
    const people = Array.from({ length: 100 }, (_, i) => `person-${i}`);
    const rate = rateOf(people.flatMap((who) => tries([who], 0, 1000)));
    expect(rate?.interval95[1]).toBeLessThan(0.0001);
    // Wilson: 0 of 100.
    expect(rate?.people95).toEqual([0, expect.closeTo(0.037, 4)]);
  });

  it('weighs a pair by both people', () => {
    const names = Array.from({ length: 20 }, (_, i) => `person-${i}`);
    const pairs = names.flatMap((a) =>
      names.filter((b) => a !== b).flatMap((b) => tries([a, b], a === 'person-0' ? 10 : 0, 10)),
    );
    const rate = rateOf(pairs);
    expect(rate?.rate).toBeCloseTo(0.05, 6);
    // Whoever draws person-0 thrice sees it in about three of twenty.
    expect(rate?.people95[0]).toBe(0);
    expect(rate?.people95[1]).toBeGreaterThan(0.12);
    expect(rate?.people95[1]).toBeLessThan(0.22);
  });
});
