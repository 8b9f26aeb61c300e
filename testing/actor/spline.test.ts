import { describe, expect, it } from 'vitest';
import { thinPlate } from './spline';
import type { Point } from './raster';

const corners: Point[] = [
  [0, 0],
  [10, 0],
  [0, 10],
  [10, 10],
  [4, 7],
];

describe('thinPlate', () => {
  it('goes through every given value, in every channel', () => {
    const values = corners.map(([x, y], i) => [Math.sin(x + i), y * y]);
    const surface = thinPlate(corners, values);
    corners.forEach(([x, y], i) => {
      expect(surface(x, y)[0]).toBeCloseTo(values[i]?.[0] ?? NaN, 6);
      expect(surface(x, y)[1]).toBeCloseTo(values[i]?.[1] ?? NaN, 6);
    });
  });

  it('keeps a slope a slope, outside the points as well', () => {
    const surface = thinPlate(
      corners,
      corners.map(([x, y]) => [3 + 2 * x - y]),
    );
    expect(surface(5, 5)[0]).toBeCloseTo(8, 6);
    expect(surface(-20, 30)[0]).toBeCloseTo(-67, 5);
  });

  it('moves what is near a moved point more than what is far from it', () => {
    const surface = thinPlate(
      corners,
      corners.map((_, i) => [i === 4 ? 1 : 0]),
    );
    const near = surface(4.5, 6.5)[0] ?? NaN;
    expect(near).toBeGreaterThan(0.5);
    expect(Math.abs(surface(9.5, 0.5)[0] ?? NaN)).toBeLessThan(near / 4);
  });

  it('refuses points on one line', () => {
    const line: Point[] = [
      [0, 0],
      [1, 1],
      [2, 2],
    ];
    expect(() => thinPlate(line, [[1], [2], [4]])).toThrow(RangeError);
  });
});
