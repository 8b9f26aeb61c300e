import type { RgbSquare } from '@/models/rgb';

/** What the pixels of an aligned chip say about light and focus. */
export interface Light {
  /** Mean luma (ITU-R BT.601) of the face's own square, 0…255. */
  readonly mean: number;
  /** Standard deviation of luma in the face's own square. */
  readonly contrast: number;
  /** Part of the face that is burnt out (luma over 250), 0…1. */
  readonly burnt: number;
  /** How much brighter one cheek's half is than the other: |left − right| over the mean of both. */
  readonly sided: number;
  /** Variance of the Laplacian (Pech-Pacheco 2000): a blurred face has little. */
  readonly sharpness: number;
  /**
   * Standard deviation of luma where mouth and eyes are, over the face's mean: a mask, a hand or
   * dark glasses are flat. (The landmarks do not notice: they draw a mouth on any mask.)
   */
  readonly mouthDetail: number;
  readonly eyeDetail: number;
  /** Mean colour of the cheeks, RGB 0…255. */
  readonly skin: readonly [number, number, number];
}

/** The unit face box inside a chip with padding 0.25 lies from a sixth to five sixths. */
const FACE_FROM = 1 / 6;
const FACE_TO = 5 / 6;

const BURNT_LUMA = 250;

/** Where mean eyes and mouth lie, in parts of the chip's side: left, top, right, bottom. */
const MOUTH = [0.37, 0.63, 0.63, 0.77] as const;
const EYES = [0.23, 0.27, 0.77, 0.35] as const;

/** Added to the mean, so that detail in the dark is not noise divided by nothing. */
const DARK_LUMA = 20;

/** Cheeks in parts of the chip's side: centre of each patch and half its side. */
const CHEEKS = [
  [0.3, 0.5],
  [0.69, 0.5],
] as const;
const CHEEK_HALF_SIDE = 0.04;

/** @requires an aligned chip with dlib's padding of 0.25 (`chipSquare`). */
export function lightOf(chip: RgbSquare): Light {
  const { size } = chip;
  const luma = lumaOf(chip);
  const from = Math.round(size * FACE_FROM);
  const to = Math.round(size * FACE_TO);
  const count = (to - from) ** 2;
  let sum = 0;
  let squares = 0;
  let burnt = 0;
  let leftHalf = 0;
  let laplacian = 0;
  let laplacianSquares = 0;
  for (let y = from; y < to; y += 1) {
    for (let x = from; x < to; x += 1) {
      const at = y * size + x;
      const value = luma[at] ?? 0;
      sum += value;
      squares += value * value;
      if (value > BURNT_LUMA) burnt += 1;
      if (x < size / 2) leftHalf += value;
      const around =
        (luma[at - 1] ?? 0) + (luma[at + 1] ?? 0) + (luma[at - size] ?? 0) + (luma[at + size] ?? 0);
      const edge = around - 4 * value;
      laplacian += edge;
      laplacianSquares += edge * edge;
    }
  }
  const mean = sum / count;
  return {
    mean,
    contrast: Math.sqrt(Math.max(0, squares / count - mean * mean)),
    burnt: burnt / count,
    sided: Math.abs(2 * leftHalf - sum) / Math.max(1, sum / 2),
    sharpness: laplacianSquares / count - (laplacian / count) ** 2,
    mouthDetail: deviationIn(luma, size, MOUTH) / (mean + DARK_LUMA),
    eyeDetail: deviationIn(luma, size, EYES) / (mean + DARK_LUMA),
    skin: skinOf(chip),
  };
}

function deviationIn(
  luma: Float32Array,
  size: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
): number {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let y = Math.round(top * size); y < Math.round(bottom * size); y += 1) {
    for (let x = Math.round(left * size); x < Math.round(right * size); x += 1) {
      const value = luma[y * size + x] ?? 0;
      count += 1;
      sum += value;
      squares += value * value;
    }
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

function lumaOf({ rgb }: RgbSquare): Float32Array {
  const luma = new Float32Array(rgb.length / 3);
  for (let i = 0, at = 0; i < luma.length; i += 1, at += 3) {
    luma[i] = 0.299 * (rgb[at] ?? 0) + 0.587 * (rgb[at + 1] ?? 0) + 0.114 * (rgb[at + 2] ?? 0);
  }
  return luma;
}

function skinOf({ size, rgb }: RgbSquare): [number, number, number] {
  const half = Math.round(size * CHEEK_HALF_SIDE);
  const sums: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (const [centreX, centreY] of CHEEKS) {
    const left = Math.round(size * centreX) - half;
    const top = Math.round(size * centreY) - half;
    for (let y = top; y < top + 2 * half; y += 1) {
      for (let x = left; x < left + 2 * half; x += 1) {
        const at = (y * size + x) * 3;
        sums[0] += rgb[at] ?? 0;
        sums[1] += rgb[at + 1] ?? 0;
        sums[2] += rgb[at + 2] ?? 0;
        count += 1;
      }
    }
  }
  return [sums[0] / count, sums[1] / count, sums[2] / count];
}
