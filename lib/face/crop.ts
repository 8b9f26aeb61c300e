import type { RgbSquare } from '@/models/rgb';
import type { Pixels, Pyramid } from './pixels';
import { scaleOf, type Similarity } from './similarity';

/**
 * A square cut out of an image, turned and scaled on the way.
 *
 * @param toImage maps a point of the square (0…size, pixel centres at .5) onto the image.
 * @returns bilinear samples; black outside the image.
 */
export function cropSquare(image: Pyramid, toImage: Similarity, size: number): RgbSquare {
  const { pixels, factor } = image.levelFor(scaleOf(toImage));
  const rgb = new Uint8ClampedArray(size * size * 3);
  const a = toImage.a / factor;
  const b = toImage.b / factor;
  for (let row = 0; row < size; row += 1) {
    // Pixel centres lie at .5, so half a pixel goes away again in the level sampled from.
    let x = (toImage.a * 0.5 - toImage.b * (row + 0.5) + toImage.tx) / factor - 0.5;
    let y = (toImage.b * 0.5 + toImage.a * (row + 0.5) + toImage.ty) / factor - 0.5;
    let at = row * size * 3;
    for (let column = 0; column < size; column += 1) {
      sampleInto(rgb, at, pixels, x, y);
      x += a;
      y += b;
      at += 3;
    }
  }
  return { size, rgb };
}

/** The same square seen in a mirror. */
export function mirrorSquare({ size, rgb }: RgbSquare): RgbSquare {
  const mirrored = new Uint8ClampedArray(rgb.length);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const from = (row * size + column) * 3;
      const to = (row * size + size - 1 - column) * 3;
      mirrored[to] = rgb[from] ?? 0;
      mirrored[to + 1] = rgb[from + 1] ?? 0;
      mirrored[to + 2] = rgb[from + 2] ?? 0;
    }
  }
  return { size, rgb: mirrored };
}

function sampleInto(
  rgb: Uint8ClampedArray,
  at: number,
  { width, height, data }: Pixels,
  x: number,
  y: number,
): void {
  if (x <= -1 || y <= -1 || x >= width || y >= height) return;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const below = y - top;
  const atX0 = Math.max(0, left) * 4;
  const atX1 = Math.min(width - 1, left + 1) * 4;
  const row0 = Math.max(0, top) * width * 4;
  const row1 = Math.min(height - 1, top + 1) * width * 4;
  const w00 = (1 - right) * (1 - below);
  const w10 = right * (1 - below);
  const w01 = (1 - right) * below;
  const w11 = right * below;
  for (let channel = 0; channel < 3; channel += 1) {
    rgb[at + channel] =
      w00 * (data[row0 + atX0 + channel] ?? 0) +
      w10 * (data[row0 + atX1 + channel] ?? 0) +
      w01 * (data[row1 + atX0 + channel] ?? 0) +
      w11 * (data[row1 + atX1 + channel] ?? 0);
  }
}
