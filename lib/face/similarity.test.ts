import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, fitSimilarity, invert, residualOf, scaleOf, type Similarity } from './similarity';

const similarity = fc
  .record({
    scale: fc.double({ min: 0.1, max: 50, noNaN: true }),
    angle: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
    tx: fc.double({ min: -500, max: 500, noNaN: true }),
    ty: fc.double({ min: -500, max: 500, noNaN: true }),
  })
  .map(({ scale, angle, tx, ty }): Similarity => ({
    a: scale * Math.cos(angle),
    b: scale * Math.sin(angle),
    tx,
    ty,
  }));

const TRIANGLE = [
  { x: 0, y: 0 },
  { x: 1, y: 0.2 },
  { x: 0.3, y: 0.9 },
  { x: -0.5, y: 0.4 },
];

describe('fitSimilarity', () => {
  it('recovers any similarity from points that it mapped', () => {
    fc.assert(
      fc.property(similarity, (known) => {
        const pairs = TRIANGLE.map((from) => ({ from, to: apply(known, from) }));
        const fitted = fitSimilarity(pairs);
        expect(fitted.a).toBeCloseTo(known.a, 6);
        expect(fitted.b).toBeCloseTo(known.b, 6);
        expect(fitted.tx).toBeCloseTo(known.tx, 6);
        expect(fitted.ty).toBeCloseTo(known.ty, 6);
        expect(residualOf(fitted, pairs)).toBeLessThan(1e-6);
      }),
    );
  });

  it('is the best one: no small change of it lies nearer to noisy points', () => {
    const known = { a: 2, b: 1, tx: 5, ty: -3 };
    const noise = [0.1, -0.2, 0.15, -0.05];
    const pairs = TRIANGLE.map((from, i) => {
      const to = apply(known, from);
      return { from, to: { x: to.x + (noise[i] ?? 0), y: to.y - (noise[3 - i] ?? 0) } };
    });
    const fitted = fitSimilarity(pairs);
    const least = residualOf(fitted, pairs);
    for (const key of ['a', 'b', 'tx', 'ty'] as const) {
      for (const step of [-0.01, 0.01]) {
        expect(residualOf({ ...fitted, [key]: fitted[key] + step }, pairs)).toBeGreaterThan(least);
      }
    }
  });
});

describe('invert', () => {
  it('undoes what the similarity did', () => {
    fc.assert(
      fc.property(similarity, (known) => {
        const back = apply(invert(known), apply(known, { x: 3, y: -7 }));
        expect(back.x).toBeCloseTo(3, 6);
        expect(back.y).toBeCloseTo(-7, 6);
        expect(scaleOf(invert(known)) * scaleOf(known)).toBeCloseTo(1, 9);
      }),
    );
  });
});
