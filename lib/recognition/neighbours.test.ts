import { describe, expect, it } from 'vitest';
import { candidateAmong, neighboursOf, NEIGHBOURS_MAX, type Enrolled } from './neighbours';

/** Somebody at a place on a line. */
function person(shopperId: string, place: number): Enrolled {
  const template = new Float32Array(128);
  template[0] = place;
  return { shopperId, template };
}

const ana = person('ana', 0);

describe('neighboursOf', () => {
  it('gives the nearest others first, never the person', () => {
    const found = neighboursOf(ana, [person('eve', -3), ana, person('ben', 2), person('cem', 1)]);
    expect(found.map(({ shopperId, distance }) => [shopperId, distance])).toEqual([
      ['cem', 1],
      ['ben', 2],
      ['eve', 3],
    ]);
  });

  it('gives a second account of the same face', () => {
    expect(neighboursOf(ana, [ana, person('again', 0)])).toMatchObject([{ distance: 0 }]);
  });

  it('gives no more than are stored', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => person(`guest-${i}`, 30 - i));
    const found = neighboursOf(ana, crowd);
    expect(found).toHaveLength(NEIGHBOURS_MAX);
    expect(found[0]?.shopperId).toBe('guest-29');
  });
});

describe('candidateAmong', () => {
  it.each([
    ['alone', [], Infinity],
    ['among others', [person('ben', 2), person('cem', 1)], 1],
  ])('%s', (_, others, neighbourDistance) => {
    const candidate = candidateAmong(ana, neighboursOf(ana, others), false);
    expect(candidate).toMatchObject({ shopperId: 'ana', neighbourDistance, hasTwin: false });
    expect(candidate.neighbours).toHaveLength(others.length);
  });
});
