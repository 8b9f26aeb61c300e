import { describe, expect, it } from 'vitest';
import { cropSquare, mirrorSquare } from './crop';
import { halve, Pyramid, type Pixels } from './pixels';

/** Every pixel's red is its column, its green its row. */
function ramp(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i += 1) {
    data.set([i % width, Math.floor(i / width), 7, 255], i * 4);
  }
  return { width, height, data };
}

function checkerboard(side: number): Pixels {
  const data = new Uint8ClampedArray(side * side * 4);
  for (let i = 0; i < side * side; i += 1) {
    const white = (i + Math.floor(i / side)) % 2 === 0 ? 255 : 0;
    data.set([white, white, white, 255], i * 4);
  }
  return { width: side, height: side, data };
}

const IDENTITY = { a: 1, b: 0, tx: 0, ty: 0 };

function pixel(square: { size: number; rgb: Uint8ClampedArray }, x: number, y: number): number[] {
  const at = (y * square.size + x) * 3;
  return Array.from(square.rgb.slice(at, at + 3));
}

describe('cropSquare', () => {
  it('copies pixels when nothing is scaled or turned', () => {
    const square = cropSquare(new Pyramid(ramp(40, 30)), { ...IDENTITY, tx: 5, ty: 3 }, 10);
    expect(pixel(square, 0, 0)).toEqual([5, 3, 7]);
    expect(pixel(square, 9, 9)).toEqual([14, 12, 7]);
  });

  it('samples between pixels', () => {
    const square = cropSquare(new Pyramid(ramp(200, 200)), { ...IDENTITY, a: 0.5 }, 20);
    // Column c has its centre at (c + ½) / 2 − ½ in the image's pixel centres.
    expect(pixel(square, 11, 4)).toEqual([5, 2, 7]);
    expect(pixel(square, 12, 4)[0]).toBe(6);
  });

  it('turns: a quarter clockwise reads columns as rows', () => {
    const square = cropSquare(new Pyramid(ramp(50, 50)), { a: 0, b: 1, tx: 30, ty: 10 }, 10);
    expect(pixel(square, 0, 0)).toEqual([29, 10, 7]);
    expect(pixel(square, 9, 0)).toEqual([29, 19, 7]);
    expect(pixel(square, 0, 9)).toEqual([20, 10, 7]);
  });

  it('is black outside the image', () => {
    const square = cropSquare(new Pyramid(ramp(8, 8)), { ...IDENTITY, tx: -20 }, 8);
    expect(square.rgb.every((value) => value === 0)).toBe(true);
  });

  it('does not alias: a fine checkerboard shrinks to grey, not to stripes', () => {
    const square = cropSquare(new Pyramid(checkerboard(256)), { ...IDENTITY, a: 7 }, 32);
    expect(Math.min(...square.rgb)).toBeGreaterThan(120);
    expect(Math.max(...square.rgb)).toBeLessThan(136);
  });
});

describe('halve', () => {
  it('takes the mean of four', () => {
    const half = halve(ramp(4, 4));
    expect([half.width, half.height]).toEqual([2, 2]);
    expect(Array.from(half.data.slice(0, 4))).toEqual([1, 1, 7, 255]);
    expect(Array.from(half.data.slice(12, 16))).toEqual([3, 3, 7, 255]);
  });

  it('leaves a single pixel as it is', () => {
    expect(halve(ramp(1, 1))).toEqual(ramp(1, 1));
  });

  it('rounds each channel by itself, and drops what is odd', () => {
    const data = Uint8ClampedArray.from({ length: 5 * 3 * 4 }, (_, i) => (i * 97) % 256);
    const half = halve({ width: 5, height: 3, data });
    const mean = Array.from({ length: 2 * 4 }, (_, i) =>
      Math.round(
        [0, 4, 20, 24].reduce((sum, by) => sum + (data[(i >> 2) * 8 + (i % 4) + by] ?? 0), 0) / 4 +
          1e-9,
      ),
    );
    expect(half).toEqual({ width: 2, height: 1, data: Uint8ClampedArray.from(mean) });
  });

  it('reads pixels that begin anywhere in their buffer', () => {
    const { data, ...size } = ramp(4, 4);
    const shifted = new Uint8ClampedArray(new ArrayBuffer(data.length + 1), 1);
    shifted.set(data);
    expect(halve({ ...size, data: shifted })).toEqual(halve({ ...size, data }));
  });
});

describe('mirrorSquare', () => {
  it('swaps left and right, and twice is nothing', () => {
    const square = cropSquare(new Pyramid(ramp(16, 16)), IDENTITY, 16);
    const mirrored = mirrorSquare(square);
    expect(pixel(mirrored, 0, 3)).toEqual(pixel(square, 15, 3));
    expect(mirrorSquare(mirrored)).toEqual(square);
  });
});
