import { EMBEDDER } from '@/models/embedder/model';
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

const BURNT_LUMA = 250;

/** Added to the mean, so that detail in the dark is not noise divided by nothing. */
const DARK_LUMA = 20;

/** Left, top, right, bottom. */
type Region = readonly [number, number, number, number];

/** Where things lie in dlib's unit face box. */
const FACE: Region = [0, 0, 1, 1];
const EYES: Region = [0.09, 0.15, 0.91, 0.28];
const MOUTH: Region = [0.3, 0.69, 0.7, 0.91];
const CHEEKS: readonly Region[] = [
  [0.14, 0.44, 0.26, 0.56],
  [0.72, 0.44, 0.84, 0.56],
];

/** The same region in pixels of a chip. */
function onChip(region: Region, size: number): Region {
  const { chipPadding } = EMBEDDER;
  const pixel = (part: number): number =>
    Math.round(((chipPadding + part) / (1 + 2 * chipPadding)) * size);
  const [left, top, right, bottom] = region;
  return [pixel(left), pixel(top), pixel(right), pixel(bottom)];
}

/** @requires the aligned chip of `chipSquare`. */
export function lightOf(chip: RgbSquare): Light {
  const { size } = chip;
  const luma = lumaOf(chip);
  const [left, top, right, bottom] = onChip(FACE, size);
  const count = (right - left) * (bottom - top);
  let sum = 0;
  let squares = 0;
  let burnt = 0;
  let leftHalf = 0;
  let laplacian = 0;
  let laplacianSquares = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
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

function deviationIn(luma: Float32Array, size: number, region: Region): number {
  const [left, top, right, bottom] = onChip(region, size);
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
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
  const sums: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (const cheek of CHEEKS) {
    const [left, top, right, bottom] = onChip(cheek, size);
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
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
