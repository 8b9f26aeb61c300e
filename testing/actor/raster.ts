import sharp, { type Sharp } from 'sharp';
import { fitSimilarity, invert, type Similarity } from '@/lib/face/similarity';

/** An image in memory: RGBA, 8 bits a channel, not premultiplied, rows from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** A point in pixels: x to the right, y down, the middle of the first pixel at 0, 0. */
export type Point = readonly [x: number, y: number];

export function blank(width: number, height: number): Raster {
  return { width, height, data: new Uint8ClampedArray(width * height * 4) };
}

export function apply(s: Similarity, [x, y]: Point): Point {
  return [s.a * x - s.b * y + s.tx, s.b * x + s.a * y + s.ty];
}

/**
 * The similarity that moves `from` onto `to` with the least sum of squared distances.
 *
 * @requires two lists of equal length with at least two different points.
 */
export function moveOnto(from: readonly Point[], to: readonly Point[]): Similarity {
  return fitSimilarity(
    from.map(([x, y], i) => {
      const [u, v] = to[i] ?? [NaN, NaN];
      return { from: { x, y }, to: { x: u, y: v } };
    }),
  );
}

export function centre(points: readonly Point[]): Point {
  const sum = points.reduce<[number, number]>(([u, v], [x, y]) => [u + x, v + y], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

/**
 * The colour between pixels: bilinear, edges repeated, written to `out` from index `at`.
 */
export function sample(from: Raster, x: number, y: number, out: Uint8ClampedArray, at: number) {
  const { width, height, data } = from;
  const cx = Math.min(Math.max(x, 0), width - 1.001);
  const cy = Math.min(Math.max(y, 0), height - 1.001);
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const u = cx - x0;
  const v = cy - y0;
  const top = (y0 * width + x0) * 4;
  const low = top + width * 4;
  for (let c = 0; c < 4; c++) {
    const above = byte(data, top + c) * (1 - u) + byte(data, top + 4 + c) * u;
    const below = byte(data, low + c) * (1 - u) + byte(data, low + 4 + c) * u;
    out[at + c] = above * (1 - v) + below * v;
  }
}

function byte(data: Uint8ClampedArray, at: number): number {
  return data[at] ?? 0;
}

/**
 * A new image of the given size that shows `from` through `place` (source → new image).
 * Where the source ends its edge is repeated.
 */
export function resample(from: Raster, place: Similarity, width: number, height: number): Raster {
  const out = blank(width, height);
  const back = invert(place);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = apply(back, [x, y]);
      sample(from, u, v, out.data, (y * width + x) * 4);
    }
  }
  return out;
}

export async function readPhoto(path: string): Promise<Raster> {
  const { data, info } = await sharp(path)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

export function encoder(image: Raster): Sharp {
  const { width, height, data } = image;
  return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } });
}
