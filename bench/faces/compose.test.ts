import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '@/lib/face/similarity';
import { compose, turnedBy } from './compose';

const term = fc.double({ min: -50, max: 50, noNaN: true });
const similarity = fc.record({ a: term, b: term, tx: term, ty: term });

describe('compose', () => {
  it('does one after the other', () => {
    fc.assert(
      fc.property(similarity, similarity, (outer, inner) => {
        const point = { x: 2, y: 5 };
        const both = apply(compose(outer, inner), point);
        const oneByOne = apply(outer, apply(inner, point));
        expect(both.x).toBeCloseTo(oneByOne.x, 6);
        expect(both.y).toBeCloseTo(oneByOne.y, 6);
      }),
    );
  });
});

describe('turnedBy', () => {
  it('turns clockwise about its point, which stays', () => {
    const quarter = turnedBy(Math.PI / 2, { x: 3, y: 4 });
    const moved = apply(quarter, { x: 4, y: 4 });
    expect(moved.x).toBeCloseTo(3);
    expect(moved.y).toBeCloseTo(5);
    expect(apply(quarter, { x: 3, y: 4 }).x).toBeCloseTo(3);
  });
});
