import { describe, expect, it } from 'vitest';
import { invert } from '@/lib/face/similarity';
import { apply, blank, moveOnto, resample, type Point } from './raster';

const triangle: Point[] = [
  [0, 0],
  [4, 0],
  [1, 3],
];

describe('moveOnto', () => {
  it('finds the similarity that made the points', () => {
    const made = { a: 1.2, b: -0.5, tx: 7, ty: -3 };
    const found = moveOnto(
      triangle,
      triangle.map((point) => apply(made, point)),
    );
    expect(found.a).toBeCloseTo(made.a, 9);
    expect(found.b).toBeCloseTo(made.b, 9);
    expect(found.tx).toBeCloseTo(made.tx, 9);
    expect(found.ty).toBeCloseTo(made.ty, 9);
  });

  it('is undone by its inverse', () => {
    const there = { a: 0.7, b: 0.4, tx: 2, ty: 5 };
    const [x, y] = apply(invert(there), apply(there, [3, -2]));
    expect(x).toBeCloseTo(3, 9);
    expect(y).toBeCloseTo(-2, 9);
  });
});

describe('resample', () => {
  it('moves pixels whole, and mixes neighbours in between', () => {
    const image = blank(4, 4);
    image.data.set([200, 100, 50, 255], (1 * 4 + 1) * 4);
    const whole = resample(image, { a: 1, b: 0, tx: 1, ty: 0 }, 4, 4);
    expect([...whole.data.subarray((1 * 4 + 2) * 4, (1 * 4 + 2) * 4 + 4)]).toEqual([
      200, 100, 50, 255,
    ]);
    const half = resample(image, { a: 1, b: 0, tx: 0.5, ty: 0 }, 4, 4);
    expect(half.data[(1 * 4 + 1) * 4]).toBe(100);
    expect(half.data[(1 * 4 + 2) * 4]).toBe(100);
  });
});
